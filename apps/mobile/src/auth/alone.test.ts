import { alone } from './alone.web';
import { type Grant, TokenKeeper } from './tokenKeeper';
import type { Kept } from './tokenStore';

/** The locks of an origin: who asks for one that is held waits until it is let go. */
function locks() {
  const ends = new Map<string, Promise<unknown>>();
  return {
    request<T>(name: string, work: () => Promise<T>): Promise<T> {
      const result = (ends.get(name) ?? Promise.resolve()).then(work);
      ends.set(
        name,
        result.catch(() => undefined),
      );
      return result;
    },
  };
}

/** A server whose refresh tokens are good once, and that writes down how many asked at once. */
function server(shared: { cookie: number }) {
  let now = 0;
  const seen = { most: 0, asked: 0 };
  const refresh = async (): Promise<Grant> => {
    now += 1;
    seen.asked += 1;
    seen.most = Math.max(seen.most, now);
    const presented = shared.cookie;
    await new Promise<void>((resolve) => setImmediate(resolve));
    now -= 1;
    if (presented !== shared.cookie) throw new Error('used twice');
    shared.cookie += 1;
    const claims = btoa(JSON.stringify({ sub: '7', jti: shared.cookie }));
    return { accessToken: `x.${claims}.y`, expiresInSeconds: 3600, refreshToken: null };
  };
  return { refresh, seen };
}

/** A tab: memory of its own, and the store that all tabs share. */
function tab(refresh: () => Promise<Grant>) {
  const kept: Kept = { user: '7', refreshToken: null };
  const store = {
    read: () => Promise.resolve(kept),
    write: () => Promise.resolve(),
    clear: () => Promise.resolve(),
  };
  return new TokenKeeper(store, refresh, () => undefined, { alone });
}

const had = Object.getOwnPropertyDescriptor(globalThis, 'navigator');

function browser(navigator: object) {
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
}

afterEach(() => {
  if (had) Object.defineProperty(globalThis, 'navigator', had);
});

test('tabs refresh one after the other', async () => {
  browser({ locks: locks() });
  const { refresh, seen } = server({ cookie: 0 });
  const tabs = [tab(refresh), tab(refresh), tab(refresh)];
  const tokens = await Promise.all(tabs.flatMap((one) => [one.access(), one.access()]));
  expect(seen).toEqual({ most: 1, asked: 3 });
  expect(new Set(tokens).size).toBe(3);
});

test('a refresh that fails lets the next tab try', async () => {
  browser({ locks: locks() });
  const { refresh } = server({ cookie: 0 });
  const failing = tab(() => Promise.reject(new Error('no network')));
  const [first, second] = await Promise.allSettled([failing.access(), tab(refresh).access()]);
  expect(first.status).toBe('rejected');
  expect(second.status).toBe('fulfilled');
});

test('without locks a tab refreshes all the same', async () => {
  browser({});
  const { refresh, seen } = server({ cookie: 0 });
  await tab(refresh).access();
  expect(seen.asked).toBe(1);
});
