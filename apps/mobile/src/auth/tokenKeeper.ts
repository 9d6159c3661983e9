import type { Tokens } from '@/api/authorized';
import { SessionEnded } from '@/api/problem';
import type { Kept } from './tokenStore';

/** What the server gives for a sign-in or a refresh. */
export interface Grant {
  accessToken: string;
  expiresInSeconds: number;
  /** Null when a cookie has it. */
  refreshToken: string | null;
}

export interface TokenStore {
  read(): Promise<Kept | null>;
  write(kept: Kept): Promise<void>;
  clear(): Promise<void>;
}

/** Where grants come from: throws `Refused` with `invalid_grant` when there are no more, `NoAnswer` for now. */
export type Refresh = (refreshToken: string | null) => Promise<Grant>;

export interface KeeperOptions {
  now?: () => number;
  /** Does something while no other window does it; by default there is no other. */
  alone?: <T>(work: () => Promise<T>) => Promise<T>;
}

/** A token is not taken on a way that may last longer than it does. */
const spareMs = 30_000;

/**
 * Keeps the tokens of who is signed in. The access token is in memory only; the refresh token is in the store, and
 * is used by one request at a time, however many wait for what it brings: the server takes a second use for theft.
 */
export class TokenKeeper implements Tokens {
  private access_: { token: string; until: number } | null = null;
  private refreshing: Promise<string> | null = null;
  private readonly now: () => number;
  private readonly alone: NonNullable<KeeperOptions['alone']>;

  constructor(
    private readonly store: TokenStore,
    private readonly refresh: Refresh,
    private readonly onEnd: () => void,
    { now = Date.now, alone = (work) => work() }: KeeperOptions = {},
  ) {
    this.now = now;
    this.alone = alone;
  }

  async access(stale?: string): Promise<string> {
    const held = this.access_;
    if (held && held.token !== stale && this.now() < held.until - spareMs) return held.token;
    this.refreshing ??= this.alone(() => this.renew()).finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  /** Takes what a sign-in has brought; tells for whom. */
  async keep(grant: Grant): Promise<string> {
    const user = subjectOf(grant.accessToken);
    await this.store.write({ user, refreshToken: grant.refreshToken });
    this.hold(grant);
    return user;
  }

  /** Forgets everything; tells the refresh token that was held, so that it can be revoked. */
  async forget(): Promise<Kept | null> {
    await this.refreshing?.catch(() => undefined);
    const kept = await this.store.read();
    this.access_ = null;
    await this.store.clear();
    return kept;
  }

  private async renew(): Promise<string> {
    const kept = await this.store.read();
    if (kept === null) throw this.ended();
    let grant: Grant;
    try {
      grant = await this.refresh(kept.refreshToken);
    } catch (error) {
      if (error instanceof SessionEnded) throw this.ended();
      throw error;
    }
    await this.store.write({ user: kept.user, refreshToken: grant.refreshToken });
    this.hold(grant);
    return grant.accessToken;
  }

  private hold(grant: Grant) {
    this.access_ = { token: grant.accessToken, until: this.now() + grant.expiresInSeconds * 1000 };
  }

  /** The store stays as it is: it says whose things are on this device, also while they are signed out. */
  private ended(): SessionEnded {
    this.access_ = null;
    this.onEnd();
    return new SessionEnded();
  }
}

/** Whose an access token is (RFC 9068): read, not verified; that is for those who take it. */
export function subjectOf(accessToken: string): string {
  const payload = accessToken.split('.')[1] ?? '';
  const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: unknown };
  if (typeof claims.sub !== 'string') throw new Error('an access token without a subject');
  return claims.sub;
}
