import { type Fetch, reach } from '@/api/authorized';
import { Refused, refusalOf, SessionEnded } from '@/api/problem';
import { delivery } from './delivery';
import type { Journey, Provider } from './journey';
import type { Grant } from './tokenKeeper';

const idTokenType = 'urn:ietf:params:oauth:token-type:id_token';
const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';

interface TokenBody {
  access_token: string;
  expires_in: number;
  refresh_token?: string;
}

interface RedeemedBody {
  accessToken: string;
  expiresIn: number;
  refreshToken?: string;
}

/** The server's side of signing in. */
export class AuthEndpoints {
  /** @param byCookie whether refresh tokens are kept in a cookie */
  constructor(
    private readonly address: string,
    private readonly send: Fetch,
    private readonly byCookie: boolean,
  ) {}

  /** Where to send the browser. */
  async start(journey: Journey, redirectUri: string, challenge: string): Promise<string> {
    const query = new URLSearchParams({ redirectUri, codeChallenge: challenge, state: journey.state });
    const answer = await this.ask(`/oauth2/authorize/${journey.provider}?${query.toString()}`, {});
    return ((await answer.json()) as { authorizationUrl: string }).authorizationUrl;
  }

  /** Turns a code that the browser has brought back into tokens. */
  async redeem(provider: Provider, code: string, verifier: string): Promise<Grant> {
    const body = {
      code,
      codeVerifier: verifier,
      ...(this.byCookie ? { [delivery.member]: delivery.cookie } : {}),
    };
    const answer = await this.ask(`/oauth2/callback/${provider}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const given = (await answer.json()) as RedeemedBody;
    return {
      accessToken: given.accessToken,
      expiresInSeconds: given.expiresIn,
      refreshToken: given.refreshToken ?? null,
    };
  }

  /** @throws SessionEnded when the token is not good any more */
  async refresh(refreshToken: string | null): Promise<Grant> {
    try {
      return await this.token({ grant_type: 'refresh_token', ...named('refresh_token', refreshToken) });
    } catch (error) {
      // Without its cookie the request has no token at all, which is as good as a token that has ended.
      const ended = ['invalid_grant', ...(this.byCookie ? ['invalid_request'] : [])];
      if (error instanceof Refused && ended.includes(error.problem.code)) throw new SessionEnded();
      throw error;
    }
  }

  /** A nonce for a native sheet to put into its ID token. */
  async nonce(): Promise<string> {
    const answer = await this.ask('/oauth2/nonces', { method: 'POST' });
    return ((await answer.json()) as { nonce: string }).nonce;
  }

  /** Turns the ID token of a native sheet into tokens. */
  exchange(idToken: string): Promise<Grant> {
    return this.token({
      grant_type: exchangeGrant,
      subject_token: idToken,
      subject_token_type: idTokenType,
    });
  }

  async revoke(refreshToken: string | null): Promise<void> {
    await this.form('/oauth2/revoke', named('token', refreshToken));
  }

  private async token(fields: Record<string, string>): Promise<Grant> {
    const answer = await this.form('/oauth2/token', fields);
    const given = (await answer.json()) as TokenBody;
    return {
      accessToken: given.access_token,
      expiresInSeconds: given.expires_in,
      refreshToken: given.refresh_token ?? null,
    };
  }

  private form(path: string, fields: Record<string, string>): Promise<Response> {
    const body = new URLSearchParams(fields);
    if (this.byCookie) body.set(delivery.field, delivery.cookie);
    return this.ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
    });
  }

  private async ask(path: string, init: RequestInit): Promise<Response> {
    const answer = await reach(
      this.send,
      new Request(this.address + path, { ...init, credentials: this.byCookie ? 'include' : 'omit' }),
    );
    if (!answer.ok) throw await refusalOf(answer);
    return answer;
  }
}

function named(name: string, value: string | null): Record<string, string> {
  return value === null ? {} : { [name]: value };
}
