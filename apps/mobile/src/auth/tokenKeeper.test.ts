import { NoAnswer, SessionEnded } from '@/api/problem';
import { type Grant, TokenKeeper, type TokenStore } from './tokenKeeper';
import type { Kept } from './tokenStore';

function token(user: string, number: number): string {
  return `x.${btoa(JSON.stringify({ sub: user, jti: number }))}.y`;
}

function memory(kept: Kept | null): TokenStore & { kept: () => Kept | null } {
  let held = kept;
  return {
    kept: () => held,
    read: () => Promise.resolve(held),
    write: (next) => Promise.resolve(void (held = next)),
    clear: () => Promise.resolve(void (held = null)),
  };
}

/** A server that gives the next token each time, once it is let. */
function server() {
  let asked = 0;
  let answer: (grant: Grant | Error) => void = () => undefined;
  return {
    asked: () => asked,
    answer: (what: Grant | Error) => answer(what),
    refresh: () => {
      asked += 1;
      return new Promise<Grant>((resolve, reject) => {
        answer = (what) => (what instanceof Error ? reject(what) : resolve(what));
      });
    },
  };
}

const grant = (number: number): Grant => ({
  accessToken: token('7', number),
  expiresInSeconds: 3600,
  refreshToken: `refresh-${number}`,
});

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test('many that wait for a token share one refresh', async () => {
  const { asked, answer, refresh } = server();
  const store = memory({ user: '7', refreshToken: 'refresh-0' });
  const keeper = new TokenKeeper(store, refresh, () => undefined);
  const all = Promise.all([keeper.access(), keeper.access(), keeper.access()]);
  await settled();
  answer(grant(1));
  expect(new Set(await all)).toEqual(new Set([token('7', 1)]));
  expect(asked()).toBe(1);
  expect(store.kept()).toEqual({ user: '7', refreshToken: 'refresh-1' });
});

test('a token is used until shortly before it ends', async () => {
  let now = 0;
  const { asked, answer, refresh } = server();
  const keeper = new TokenKeeper(memory(null), refresh, () => undefined, { now: () => now });
  await keeper.keep(grant(1));
  now = 3_500_000;
  expect(await keeper.access()).toBe(token('7', 1));
  now = 3_590_000;
  const renewed = keeper.access();
  await settled();
  answer(grant(2));
  expect(await renewed).toBe(token('7', 2));
  expect(asked()).toBe(1);
});

test('one that was refused is not given out again, but one that has come since is', async () => {
  const { asked, answer, refresh } = server();
  const keeper = new TokenKeeper(memory(null), refresh, () => undefined);
  await keeper.keep(grant(1));
  const renewed = keeper.access(token('7', 1));
  await settled();
  answer(grant(2));
  expect(await renewed).toBe(token('7', 2));
  expect(await keeper.access(token('7', 1))).toBe(token('7', 2));
  expect(asked()).toBe(1);
});

test('no network ends no session', async () => {
  const ended = jest.fn();
  const { answer, refresh } = server();
  const store = memory({ user: '7', refreshToken: 'refresh-0' });
  const keeper = new TokenKeeper(store, refresh, ended);
  const asking = keeper.access();
  await settled();
  answer(new NoAnswer());
  await expect(asking).rejects.toBeInstanceOf(NoAnswer);
  expect(ended).not.toHaveBeenCalled();
  expect(store.kept()).toEqual({ user: '7', refreshToken: 'refresh-0' });
});

test('a refused refresh ends the session and leaves on the device whose it was', async () => {
  const ended = jest.fn();
  const { answer, refresh } = server();
  const store = memory({ user: '7', refreshToken: 'refresh-0' });
  const keeper = new TokenKeeper(store, refresh, ended);
  const asking = keeper.access();
  await settled();
  answer(new SessionEnded());
  await expect(asking).rejects.toBeInstanceOf(SessionEnded);
  expect(ended).toHaveBeenCalledTimes(1);
  expect(store.kept()?.user).toBe('7');
});
