import { createBackend } from '@fake/backend';
import { signedIn } from '@fake/auth';
import { problem } from '@fake/http';
import { createApi } from '@/api/client';
import { authorized, reach } from '@/api/authorized';
import { codeOf, Refused } from '@/api/problem';
import type { StopEvent, Wish } from '@/api/types';
import { type Asked, follow, unwatched, type Watch, watched, type WatchEvent } from './generation';

const wish: Wish = {
  destination: { name: 'Busan' },
  startDate: '2027-04-10',
  endDate: '2027-04-12',
  party: { adults: 2, children: 0 },
  pace: 'balanced',
  language: 'en',
};
const asked: Asked = { key: '5c1f1c1e-3b1c-4f0a-9a51-0b1a2c3d4e5f', wish, at: 0 };

function here() {
  const backend = createBackend();
  const { accessToken } = signedIn(backend.world);
  const send = authorized((request) => reach(backend.handle, request), {
    access: () => Promise.resolve(accessToken),
  });
  return { backend, api: createApi('http://oddiya.test', send) };
}

/** Follows to the end; `on` may turn the world at each event. */
async function followed(
  api: ReturnType<typeof here>['api'],
  what = asked,
  on: (event: WatchEvent, leave: () => void) => void = () => {},
) {
  const leaving = new AbortController();
  const seen: WatchEvent[] = [];
  let watch: Watch = unwatched;
  await follow(
    api,
    what,
    (event) => {
      seen.push(event);
      watch = watched(watch, event);
      on(event, () => leaving.abort());
    },
    { signal: leaving.signal, pause: () => Promise.resolve() },
  );
  return { watch, seen };
}

test('stages, stops and the plan are seen as they come', async () => {
  const { backend, api } = here();
  const { watch } = await followed(api);
  expect(watch.is).toBe('made');
  expect(watch.counts).toMatchObject({ collecting: 62, routing: 3 });
  expect(watch.stops.map(({ stop }) => stop)).toEqual(watch.plan?.days.flatMap((day) => day.stops));
  expect(backend.world.plans.size).toBe(1);
});

test('whoever leaves and comes back sees the same plan come, and no second one is made', async () => {
  const { backend, api } = here();
  let stops = 0;
  const left = await followed(api, asked, (event, leave) => {
    if (event.has === 'fixed' && ++stops === 3) leave();
  });
  expect(left.watch.is).toBe('making');
  const back = await followed(api);
  expect(back.watch.is).toBe('made');
  expect(back.watch.stops.slice(0, 3)).toEqual(left.watch.stops.slice(0, 3));
  expect(backend.world.plans.size).toBe(1);
});

test('a connection that breaks off is made again, and nothing is shown twice', async () => {
  const { backend, api } = here();
  let breaks = 1;
  backend.instead = () => {
    if (breaks-- <= 0) return undefined;
    return new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(
            new TextEncoder().encode('event: stage\ndata: {"stage":"collecting","count":3}\n\n'),
          );
          controller.close();
        },
      }),
      { headers: { 'Content-Type': 'text/event-stream' } },
    );
  };
  const { watch, seen } = await followed(api);
  expect(seen.map((event) => event.has).slice(0, 4)).toEqual(['asked', 'reached', 'lost', 'asked']);
  expect(watch.is).toBe('made');
  expect(new Set(watch.stops.map(({ stop }) => stop.id)).size).toBe(watch.stops.length);
});

test('what is down for a moment is asked again, what refuses is not', async () => {
  const { backend, api } = here();
  backend.instead = (request) =>
    backend.seen.filter((line) => line.endsWith(new URL(request.url).pathname)).length < 3
      ? problem(503, 'unavailable', {}, { 'Retry-After': '1' })
      : undefined;
  expect((await followed(api)).watch.is).toBe('made');

  backend.instead = () => problem(422, 'idempotency_key_reused');
  const { watch, seen } = await followed(api);
  expect(seen).toHaveLength(2);
  expect(codeOf(watch.error)).toBe('idempotency_key_reused');
});

test('a network that stays away is said in the end', async () => {
  const { backend, api } = here();
  backend.away = true;
  const { watch, seen } = await followed(api);
  expect(watch.is).toBe('refused');
  expect(seen.filter((event) => event.has === 'asked')).toHaveLength(4);
});

test('what is impossible is told in the stream, with its conflicts', async () => {
  const { api } = here();
  const { watch } = await followed(api, { ...asked, wish: { ...wish, mustVisit: [{ text: 'Atlantis' }] } });
  expect(watch.is).toBe('refused');
  expect((watch.error as Refused).problem.conflicts).toMatchObject([{ kind: 'unknown_must_visit' }]);
});

test('stops of a generation that was begun anew take the place of those of the first', () => {
  const stop = (id: string) => ({ date: '2027-04-10', stop: { id } }) as StopEvent;
  const first = [stop('a'), stop('b')].reduce<Watch>(
    (watch, each) => watched(watch, { has: 'fixed', stop: each }),
    unwatched,
  );
  const again = watched(first, { has: 'asked' });
  expect(watched(again, { has: 'fixed', stop: stop('a') }).stops).toHaveLength(2);
  expect(watched(again, { has: 'fixed', stop: stop('c') }).stops).toEqual([stop('c')]);
});
