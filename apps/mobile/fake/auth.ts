import { delivery } from '@/auth/delivery';
import { answer, type Call, nothing, openRoute, problem } from './http';
import { instant, next, type World } from './world';

/** As the server names it. */
export const cookieName = '__Secure-oddiya-refresh';
const hourS = 3600;
const twoWeeksS = 14 * 24 * hourS;

export const authRoutes = [
  openRoute('GET', '/oauth2/authorize/{provider}', begin),
  openRoute('GET', '/stage/provider', providerPage),
  openRoute('POST', '/stage/provider', letIn),
  openRoute('POST', '/oauth2/callback/google', redeem),
  openRoute('POST', '/oauth2/callback/apple', redeem),
  openRoute('POST', '/oauth2/nonces', ({ world }) =>
    answer(201, { nonce: `nonce-${next(world)}`, expiresIn: 600 }),
  ),
  openRoute('POST', '/oauth2/token', token),
  openRoute('POST', '/oauth2/revoke', revoke),
];

/** A new user, signed in: what a sign-in would have brought. */
export function signedIn(
  world: World,
  name = '민지',
): { user: string; accessToken: string; refreshToken: string } {
  const user = String(next(world));
  world.users.set(user, {
    id: user,
    email: 'minji@example.com',
    name,
    provider: 'google',
    locale: 'ko',
    homeCurrency: 'KRW',
    createdAt: instant(world),
  });
  return { user, ...grant(world, user) };
}

function grant(world: World, user: string) {
  const part = (value: object) => btoa(JSON.stringify(value)).replace(/=+$/, '');
  const accessToken = `${part({ typ: 'at+jwt' })}.${part({ sub: user, jti: next(world) })}.sealed`;
  const refreshToken = `refresh-${next(world)}`;
  world.sessions.set(accessToken, { user, until: world.now() + hourS * 1000 });
  world.refreshes.set(refreshToken, user);
  return { accessToken, refreshToken };
}

function begin({ url, path, world }: Call): Response {
  const redirectUri = url.searchParams.get('redirectUri');
  const challenge = url.searchParams.get('codeChallenge');
  if (!redirectUri || !challenge) return problem(400, 'validation_failed');
  const journey = `journey-${next(world)}`;
  world.journeys.set(journey, {
    provider: path.provider ?? 'google',
    redirectUri,
    challenge,
    state: url.searchParams.get('state') ?? '',
  });
  return answer(200, {
    authorizationUrl: `${world.address}/stage/provider?journey=${journey}`,
    expiresIn: 600,
  });
}

/** The page of a provider that believes everybody. */
function providerPage({ url, world }: Call): Response {
  const journey = url.searchParams.get('journey') ?? '';
  const provider = world.journeys.get(journey)?.provider ?? '?';
  return new Response(
    `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sign in at ${provider}</title><body style="font:16px system-ui;max-width:24rem;margin:15vh auto;padding:1rem">
<h1 style="font-size:1.4rem">${provider}, as far as the demo knows</h1>
<form method="post" action="/stage/provider?journey=${encodeURIComponent(journey)}">
<label>Name <input name="username" value="민지" style="font:inherit;padding:.5rem;width:100%"></label>
<p><button name="answer" value="yes" style="font:inherit;padding:.6rem 1rem">Sign in</button>
<button name="answer" value="no" style="font:inherit;padding:.6rem 1rem">Cancel</button></form>`,
    { headers: { 'Content-Type': 'text/html;charset=utf-8' } },
  );
}

async function letIn({ request, url, world }: Call): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  const journey = world.journeys.get(url.searchParams.get('journey') ?? '');
  if (!journey) return problem(400, 'invalid_state');
  const back = new URL(journey.redirectUri);
  back.searchParams.set('state', journey.state);
  if (form.get('answer') === 'no') {
    back.searchParams.set('error', 'access_denied');
  } else {
    const name = form.get('username') ?? '민지';
    const known = [...world.users.values()].find((user) => user.name === name);
    const user = known?.id ?? signedIn(world, name).user;
    const code = `code-${next(world)}`;
    world.codes.set(code, { user, challenge: journey.challenge });
    back.searchParams.set('code', code);
  }
  return nothing(303, { Location: back.toString() });
}

async function redeem({ request, world }: Call): Promise<Response> {
  const body = (await request.json()) as { code: string; codeVerifier: string } & Record<string, string>;
  const code = world.codes.get(body.code);
  world.codes.delete(body.code);
  if (!code || code.challenge !== (await challengeOf(body.codeVerifier)))
    return problem(400, 'invalid_grant');
  const { accessToken, refreshToken } = grant(world, code.user);
  const byCookie = body[delivery.member] === delivery.cookie;
  return answer(
    200,
    {
      accessToken,
      tokenType: 'Bearer',
      expiresIn: hourS,
      ...(byCookie ? {} : { refreshToken, refreshExpiresIn: twoWeeksS }),
    },
    byCookie ? setCookie(refreshToken) : {},
  );
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

async function token({ request, world }: Call): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  const byCookie = form.get(delivery.field) === delivery.cookie;
  const exchanged = form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:token-exchange';
  const presented = byCookie ? cookieOf(request) : form.get('refresh_token');
  if (!exchanged && !presented) return refused('invalid_request', 'refresh_token is missing.');
  const user = exchanged ? signedIn(world).user : world.refreshes.get(presented ?? '');
  if (user === undefined) return refused('invalid_grant', 'The token is not good any more.');
  if (presented) world.refreshes.delete(presented);
  const { accessToken, refreshToken } = grant(world, user);
  return answer(
    200,
    {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: hourS,
      ...(byCookie ? {} : { refresh_token: refreshToken, refresh_expires_in: twoWeeksS }),
    },
    { 'Cache-Control': 'no-store', ...(byCookie ? setCookie(refreshToken) : {}) },
  );
}

async function revoke({ request, world }: Call): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  const byCookie = form.get(delivery.field) === delivery.cookie;
  const presented = byCookie ? cookieOf(request) : form.get('token');
  if (!presented) return refused('invalid_request', 'token is missing.');
  world.refreshes.delete(presented);
  return nothing(
    200,
    byCookie ? { 'Set-Cookie': `${cookieName}=; Path=/oauth2; Secure; HttpOnly; Max-Age=0` } : {},
  );
}

function refused(error: string, description: string): Response {
  return answer(400, { error, error_description: description }, { 'Cache-Control': 'no-store' });
}

function setCookie(refreshToken: string): Record<string, string> {
  return {
    'Set-Cookie': `${cookieName}=${refreshToken}; Secure; HttpOnly; SameSite=Strict; Path=/oauth2; Max-Age=${twoWeeksS}`,
  };
}

function cookieOf(request: Request): string | null {
  const cookies = (request.headers.get('Cookie') ?? '').split('; ').map((cookie) => cookie.split('='));
  return cookies.find(([name]) => name === cookieName)?.[1] ?? null;
}
