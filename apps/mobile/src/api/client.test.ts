import { signedIn } from '@fake/auth';
import { createBackend } from '@fake/backend';
import { authorized } from './authorized';
import { createApi, dataOf } from './client';
import { NoAnswer, Refused, SessionEnded } from './problem';
import { isWorthRetrying, retryDelay } from './retry';

const address = 'http://oddiya.test';

function stage(pick = (good: string, _stale?: string) => Promise.resolve(good)) {
  const backend = createBackend();
  const { accessToken } = signedIn(backend.world);
  const send = authorized(backend.handle, { access: (stale) => pick(accessToken, stale) });
  return { backend, api: createApi(address, send) };
}

test('a token that is refused is replaced once, and the request is sent again', async () => {
  const { api, backend } = stage((good, stale) =>
    Promise.resolve(stale === undefined ? 'worn.out.token' : good),
  );
  const { items } = await dataOf(api.GET('/api/v1/plans'));
  expect(items).toEqual([]);
  expect(backend.seen).toEqual(['GET /api/v1/plans', 'GET /api/v1/plans']);
});

test('a new token that is refused as well ends the session', async () => {
  const { api } = stage(() => Promise.resolve('worn.out.token'));
  await expect(dataOf(api.GET('/api/v1/plans'))).rejects.toBeInstanceOf(SessionEnded);
});

test('refusals come with their code, silence as silence', async () => {
  const { api, backend } = stage();
  const asking = dataOf(api.GET('/api/v1/plans/{id}', { params: { path: { id: '99' } } }));
  await expect(asking).rejects.toMatchObject({ problem: { status: 404, code: 'not_found' } });
  backend.away = true;
  await expect(dataOf(api.GET('/api/v1/plans'))).rejects.toBeInstanceOf(NoAnswer);
});

test('a generation is watched event by event, and a second watcher sees the same', async () => {
  const { api } = stage();
  const wish = {
    destination: { name: 'Busan' },
    startDate: '2026-12-10',
    endDate: '2026-12-11',
    party: { adults: 2, children: 0 },
    pace: 'relaxed',
    language: 'en',
  };
  const watch = async () => {
    const events = [];
    const options = { key: '5e7c2fd2-90f7-4c9b-9d0c-0a5c5cb0f0a1', signal: new AbortController().signal };
    for await (const event of api.stream('/api/v1/plans/generate', wish, options)) events.push(event);
    return events;
  };
  const first = await watch();
  expect(new Set(first.map(({ event }) => event))).toEqual(new Set(['stage', 'stop', 'plan']));
  expect(await watch()).toEqual(first);
  const { items } = await dataOf(api.GET('/api/v1/plans'));
  expect(items).toHaveLength(1);
});

test('only what may pass by itself is asked again, and not before it is time', () => {
  const refused = (status: number, wait?: number) => new Refused({ status, code: 'x', title: '' }, wait);
  expect(isWorthRetrying(0, new NoAnswer())).toBe(true);
  expect(isWorthRetrying(0, refused(503))).toBe(true);
  expect(isWorthRetrying(0, refused(429))).toBe(true);
  expect(isWorthRetrying(0, refused(422))).toBe(false);
  expect(isWorthRetrying(3, new NoAnswer())).toBe(false);
  expect(retryDelay(0, refused(429, 7000))).toBe(7000);
  expect(retryDelay(2, new NoAnswer())).toBe(2000);
});
