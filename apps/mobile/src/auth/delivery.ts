/**
 * How refresh tokens come and go. In the web build the server keeps them in a cookie that scripts cannot read
 * (HttpOnly, Secure, SameSite=Strict, for `/oauth2` only), so they are never in a body there.
 */
export const delivery = {
  /** The form field of `/oauth2/token` and `/oauth2/revoke` that asks for it. */
  field: 'token_delivery',
  /** The same in the JSON of `/oauth2/callback/{provider}`. */
  member: 'tokenDelivery',
  cookie: 'cookie',
} as const;
