import { NoAnswer, Refused, SessionEnded } from '@/api/problem';
import { Departures } from './departures';
import type { Left } from './tokenStore';

/** A device whose store outlives the app, and a server that can be away and whose refresh tokens are good once. */
function surroundings(kept: Left[] = []) {
  const here = {
    kept,
    away: false,
    failure: null as Error | null,
    good: new Set<string | null>(['r1', null]),
  };
  const seen: string[] = [];
  const store = {
    read: () => Promise.resolve(here.kept),
    write: (left: readonly Left[]) => {
      here.kept = [...left];
      return Promise.resolve();
    },
  };
  const reached = () => {
    if (here.away) throw new NoAnswer();
    if (here.failure) throw here.failure;
  };
  const server = {
    refresh: async (token: string | null) => {
      reached();
      if (!here.good.delete(token)) throw new SessionEnded();
      const next = token === null ? null : `${token}+`;
      here.good.add(next);
      return { accessToken: `access of ${token}`, expiresInSeconds: 3600, refreshToken: next };
    },
    revoke: async (token: string | null) => {
      reached();
      seen.push(`revoked ${token}`);
      here.good.delete(token);
    },
    finish: async (user: string, accessToken: string) => {
      reached();
      seen.push(`finished ${user} by ${accessToken}`);
    },
  };
  /** A run of the app there. */
  const opened = () => new Departures(store, server, (work) => work());
  return { here, seen, opened };
}

const left: Left = { user: '7', refreshToken: 'r1', unfinished: false };

test('a sign-out that the server hears of leaves nothing behind', async () => {
  const { here, seen, opened } = surroundings();
  const departures = opened();
  await departures.note(left);
  expect(await departures.settle()).toBe('heard');
  expect(seen).toEqual(['revoked r1']);
  expect(here.kept).toEqual([]);
});

test('one without a network is told by the next run of the app that has one', async () => {
  const { here, seen, opened } = surroundings();
  here.away = true;
  const departures = opened();
  await departures.note(left);
  expect(await departures.settle()).toBe('unheard');
  expect(here.kept).toEqual([left]);
  here.away = false;
  expect(await opened().settle()).toBe('heard');
  expect(seen).toEqual(['revoked r1']);
  expect(here.kept).toEqual([]);
});

test('a server that has a fault is told again, one that refuses knows no such session', async () => {
  const { here, opened } = surroundings([left]);
  here.failure = new Refused({ status: 503, code: 'unavailable', title: '' });
  expect(await opened().settle()).toBe('unheard');
  here.failure = new Refused({ status: 400, code: 'invalid_request', title: '' });
  expect(await opened().settle()).toBe('heard');
  expect(here.kept).toEqual([]);
});

test('a refusal of the page’s address ends no session: it stays to be told, and is told apart', async () => {
  const { here, opened } = surroundings([{ ...left, refreshToken: null }]);
  here.failure = new Refused({ status: 400, code: 'origin_not_allowed', title: '' });
  expect(await opened().settle()).toBe('barred');
  expect(here.kept).toHaveLength(1);
  here.failure = null;
  expect(await opened().settle()).toBe('heard');
  expect(here.kept).toEqual([]);
});

test('whoever leaves while the server is told of somebody else is not forgotten', async () => {
  const { here, seen, opened } = surroundings([{ ...left, refreshToken: null }]);
  const departures = opened();
  const settled = departures.settle();
  await departures.note(left);
  await settled;
  await departures.settle();
  expect(seen).toEqual(['revoked null', 'revoked r1']);
  expect(here.kept).toEqual([]);
});

test('what nobody has foreseen is tried again', async () => {
  const { here, opened } = surroundings([left]);
  here.failure = new Error('a key store that cannot be read');
  expect(await opened().settle()).toBe('unheard');
  expect(here.kept).toEqual([left]);
});

test('what could not be done while leaving is done as who has left, then the session is ended', async () => {
  const { seen, opened } = surroundings([{ ...left, unfinished: true }]);
  expect(await opened().settle()).toBe('heard');
  expect(seen).toEqual(['finished 7 by access of r1', 'revoked r1+']);
});

test('a token that was exchanged for that is written down before anything else can go wrong', async () => {
  const { here, opened } = surroundings([{ ...left, unfinished: true }]);
  const departures = new Departures(
    { read: async () => here.kept, write: async (all) => void (here.kept = [...all]) },
    {
      refresh: async () => ({ accessToken: 'a', expiresInSeconds: 3600, refreshToken: 'r2' }),
      revoke: async () => undefined,
      finish: async () => {
        throw new NoAnswer();
      },
    },
    (work) => work(),
  );
  expect(await departures.settle()).toBe('unheard');
  expect(here.kept).toEqual([{ user: '7', refreshToken: 'r2', unfinished: true }]);
  expect(await opened().settle()).toBe('heard');
});

test('a session that has ended by itself needs no telling', async () => {
  const { here, seen, opened } = surroundings([{ ...left, refreshToken: 'long ago', unfinished: true }]);
  expect(await opened().settle()).toBe('heard');
  expect(seen).toEqual([]);
  expect(here.kept).toEqual([]);
});

test('with a new sign-in the cookie of the old one is not spoken of any more', async () => {
  const other: Left = { user: '8', refreshToken: 'r1', unfinished: false };
  const { here, seen, opened } = surroundings([{ ...left, refreshToken: null }, other]);
  const departures = opened();
  await departures.arrived('7');
  expect(here.kept).toEqual([other]);
  expect(await departures.settle()).toBe('heard');
  expect(seen).toEqual(['revoked r1']);
});

test('who is here again is not signed off any more, only their old session is ended', async () => {
  const { here, seen, opened } = surroundings([{ ...left, unfinished: true }]);
  const departures = opened();
  await departures.arrived('7');
  expect(here.kept).toEqual([left]);
  expect(await departures.settle()).toBe('heard');
  expect(seen).toEqual(['revoked r1']);
});
