// A certified OpenID provider that plays Google and Apple, for `./oddiya test certified`.
//
// Settings come as JSON in SETTINGS (see CertifiedProvider.java). It prints `ready`, and ends when its standard input does.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, importJWK, jwtVerify } from 'jose';
import { Provider } from 'oidc-provider';

const settings = JSON.parse(process.env.SETTINGS);

/** What both have in common: PKCE, an ID token that holds the claims itself, and a page for whoever comes. */
async function common() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: randomBytes(8).toString('hex') }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 3600, IdToken: 600, Interaction: 600, Session: 3600 },
  };
}

/** A client on a server, with a secret; and one on a phone, which can keep none. */
function clients(settings) {
  const code = { response_types: ['code'], grant_types: ['authorization_code'] };
  return [
    {
      ...code,
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
      token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: [settings.redirectUri],
    },
    {
      ...code,
      client_id: settings.nativeClientId,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: [settings.nativeRedirectUri],
    },
  ];
}

async function google(settings) {
  return new Provider(settings.issuer, {
    ...(await common()),
    clients: clients(settings),
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@example.com`, email_verified: true, name: `Name of ${id}` }),
    }),
  });
}

/** Tells an address of its own instead of the person's, no name in the ID token, and booleans as texts. */
async function apple(settings) {
  const provider = new Provider(settings.issuer, {
    ...(await common()),
    clients: clients({ ...settings, clientSecret: randomBytes(32).toString('hex') }),
    scopes: ['openid', 'name'],
    claims: { openid: ['sub'], email: ['email', 'email_verified', 'is_private_email'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: `${id}@privaterelay.appleid.com`,
        email_verified: 'true',
        is_private_email: 'true',
      }),
    }),
  });
  await takeSignedSecrets(provider, settings);
  tellNamesOnce(provider);
  return provider;
}

/** Apple gives out no secret: the client signs one (Apple, "Creating a client secret"). */
async function takeSignedSecrets(provider, settings) {
  const key = await importJWK(settings.publicKey, 'ES256');
  const halfAYear = 15777000;
  provider.Client.prototype.compareClientSecret = async function (secret) {
    try {
      const { payload, protectedHeader } = await jwtVerify(secret, key, {
        algorithms: ['ES256'],
        issuer: settings.teamId,
        subject: this.clientId,
        audience: settings.issuer,
        requiredClaims: ['iat', 'exp'],
      });
      return protectedHeader.kid === settings.keyId && payload.exp - payload.iat <= halfAYear;
    } catch (refused) {
      process.stderr.write(`client secret refused: ${refused.message}\n`);
      return false;
    }
  };
}

/** Apple tells the person's name beside the code, the first time they sign in and never again. */
function tellNamesOnce(provider) {
  const told = new Set();
  provider.use(async (ctx, next) => {
    await next();
    const account = ctx.oidc?.session?.accountId;
    const formPost = typeof ctx.body === 'string' && ctx.body.includes('name="code"');
    if (formPost && ctx.oidc.params?.scope?.split(' ').includes('name') && !told.has(account)) {
      told.add(account);
      const user = JSON.stringify({ name: { firstName: '서연', lastName: account }, email: 'not@believed.example' });
      const field = `<input type="hidden" name="user" value="${user.replaceAll('"', '&quot;')}"/>`;
      ctx.body = ctx.body.replace('</form>', `${field}</form>`);
    }
  });
}

for (const [make, its] of [[google, settings.google], [apple, settings.apple]]) {
  const provider = await make(its);
  provider.on('server_error', (_, error) => process.stderr.write(`${error.stack}\n`));
  await new Promise((listening) => {
    createServer(provider.callback()).listen(new URL(its.issuer).port, '127.0.0.1', listening);
  });
}
console.log('ready');
process.stdin.on('end', () => process.exit(0)).resume();
