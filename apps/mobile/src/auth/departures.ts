import { NoAnswer, Refused } from '@/api/problem';
import type { Grant } from './tokenKeeper';
import type { Left } from './tokenStore';

export interface LeftStore {
  read(): Promise<Left[]>;
  write(left: readonly Left[]): Promise<void>;
}

/** What the server has to hear of a session that was left. */
export interface Farewells {
  refresh: (refreshToken: string | null) => Promise<Grant>;
  revoke: (refreshToken: string | null) => Promise<void>;
  /** Does as who has left what they could not do while leaving. */
  finish: (user: string, accessToken: string) => Promise<void>;
}

/**
 * Sees to it that the server hears of every sign-out, if need be later: a session that was left without a network would
 * otherwise live there for two more weeks. Until then its token stays where it was, in the key store or the cookie.
 */
export class Departures {
  private settling: Promise<boolean> | null = null;

  constructor(
    private readonly store: LeftStore,
    private readonly server: Farewells,
    private readonly alone: <T>(work: () => Promise<T>) => Promise<T>,
  ) {}

  /** Writes down that a session was left, before anything is tried. */
  async note(left: Left): Promise<void> {
    await this.store.write([...(await this.store.read()), left]);
  }

  /** Tells the server what it has not heard yet; whether it has heard all of it now. */
  settle(): Promise<boolean> {
    this.settling ??= this.alone(() => this.tellAll()).finally(() => {
      this.settling = null;
    });
    return this.settling;
  }

  /**
   * `user` has signed in. That has replaced the cookie: the token that was in it is nowhere any more, and ends by itself.
   * And what was to be done for their leaving is not to undo what they do now.
   */
  async arrived(user: string): Promise<void> {
    const left = await this.store.read();
    if (left.length === 0) return;
    await this.store.write(
      left
        .filter(({ refreshToken }) => refreshToken !== null)
        .map((one) => (one.user === user ? { ...one, unfinished: false } : one)),
    );
  }

  private async tellAll(): Promise<boolean> {
    let untold: Left[] = [];
    for (const left of await this.store.read()) {
      const still = await this.tell(left);
      if (still !== null) untold = [...untold, still];
    }
    await this.store.write(untold);
    return untold.length === 0;
  }

  /** What is left to be told of a session; null when the server knows. */
  private async tell(left: Left): Promise<Left | null> {
    let now = left;
    try {
      if (now.unfinished) {
        const { accessToken, refreshToken } = await this.server.refresh(now.refreshToken);
        now = { ...now, refreshToken };
        // A refresh token is good once: whatever stops this now, the next one is what it goes on with.
        await this.replace(left, now);
        await this.server.finish(now.user, accessToken);
        now = { ...now, unfinished: false };
      }
      await this.server.revoke(now.refreshToken);
      return null;
    } catch (error) {
      return isForNow(error) ? now : null;
    }
  }

  private async replace(before: Left, after: Left): Promise<void> {
    const all = await this.store.read();
    await this.store.write(
      all.map((one) => (one.user === before.user && one.refreshToken === before.refreshToken ? after : one)),
    );
  }
}

/** A refusal that stands means that there is nothing to be ended any more. */
function isForNow(error: unknown): boolean {
  if (error instanceof Refused) return error.problem.status === 429 || error.problem.status >= 500;
  // Called off because it took too long.
  return error instanceof NoAnswer || (error instanceof Error && error.name === 'AbortError');
}
