import { codeOf, Refused, SessionEnded } from '@/api/problem';
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

/** `barred`: the server takes nothing from this page's address, and will not before somebody adds it there. */
export type Told = 'heard' | 'unheard' | 'barred';

/**
 * Sees to it that the server hears of every sign-out, if need be later: a session that was left without a network would
 * otherwise live there for two more weeks. Until then its token stays where it was, in the key store or the cookie.
 */
export class Departures {
  private settling: Promise<Told> | null = null;
  private changing: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: LeftStore,
    private readonly server: Farewells,
    private readonly alone: <T>(work: () => Promise<T>) => Promise<T>,
  ) {}

  /** Writes down that a session was left, before anything is tried. */
  note(left: Left): Promise<void> {
    return this.change((all) => [...all, left]);
  }

  /** Tells the server what it has not heard yet; what has become of that. */
  settle(): Promise<Told> {
    this.settling ??= this.alone(() => this.tellAll()).finally(() => {
      this.settling = null;
    });
    return this.settling;
  }

  /**
   * `user` has signed in. That has replaced the cookie: the token that was in it is nowhere any more, and ends by itself.
   * And what was to be done for their leaving is not to undo what they do now.
   */
  arrived(user: string): Promise<void> {
    return this.change((all) =>
      all
        .filter(({ refreshToken }) => refreshToken !== null)
        .map((one) => (one.user === user ? { ...one, unfinished: false } : one)),
    );
  }

  private async tellAll(): Promise<Told> {
    const told: Told[] = [];
    for (const left of await this.store.read()) told.push(await this.tell(left));
    if ((await this.store.read()).length === 0) return 'heard';
    return told.includes('barred') ? 'barred' : 'unheard';
  }

  private async tell(left: Left): Promise<Told> {
    let now = left;
    const becomes = async (next: Left) => {
      await this.replace(now, [next]);
      now = next;
    };
    try {
      if (now.unfinished) {
        const { accessToken, refreshToken } = await this.server.refresh(now.refreshToken);
        // A refresh token is good once: whatever stops this now, the next one is what it goes on with.
        await becomes({ ...now, refreshToken });
        await this.server.finish(now.user, accessToken);
        await becomes({ ...now, unfinished: false });
      }
      await this.server.revoke(now.refreshToken);
    } catch (error) {
      const told = meaningOf(error);
      if (told !== 'heard') return told;
    }
    await this.replace(now, []);
    return 'heard';
  }

  private replace(before: Left, after: readonly Left[]): Promise<void> {
    return this.change((all) =>
      all.flatMap((one) =>
        one.user === before.user && one.refreshToken === before.refreshToken ? after : [one],
      ),
    );
  }

  /** One change after the other, so that none undoes what another one has written meanwhile. */
  private change(by: (all: readonly Left[]) => readonly Left[]): Promise<void> {
    const changed = this.changing.then(async () => {
      const all = await this.store.read();
      const next = by(all);
      if (all.length > 0 || next.length > 0) await this.store.write(next);
    });
    this.changing = changed.catch(() => undefined);
    return changed;
  }
}

/** A refusal that stands means that there is nothing to be ended any more; anything else is tried again. */
function meaningOf(error: unknown): Told {
  if (codeOf(error) === 'origin_not_allowed') return 'barred';
  const isForGood =
    error instanceof SessionEnded ||
    (error instanceof Refused && error.problem.status !== 429 && error.problem.status < 500);
  return isForGood ? 'heard' : 'unheard';
}
