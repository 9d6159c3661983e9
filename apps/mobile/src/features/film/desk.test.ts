import AsyncStorage from '@react-native-async-storage/async-storage';

import { type Backend, createBackend } from '@fake/backend';
import { signedIn } from '@fake/auth';
import { problem } from '@fake/http';
import { createApi } from '@/api/client';
import { reach } from '@/api/authorized';
import { photo, photos } from '@/testing/platform/photos';
import { device, resetDevice } from '@/testing/platform/upload';
import { draftOf } from './again';
import type { Clock } from './clock';
import { FilmDesk } from './desk';
import { type Order, shareSent } from './order';

/** A clock that stands still until it is turned. */
class HandClock implements Clock {
  time = Date.parse('2027-04-12T12:00:00Z');
  readonly alarms = new Map<() => void, number>();
  now = () => this.time;
  in = (ms: number, run: () => void) => {
    this.alarms.set(run, this.time + ms);
    return () => this.alarms.delete(run);
  };
  turn(ms: number): void {
    this.time += ms;
    for (const [run, at] of [...this.alarms]) {
      if (at > this.time) continue;
      this.alarms.delete(run);
      run();
    }
  }
}

let backend: Backend;
let clock: HandClock;
let token: string;
let user: string;
const open: FilmDesk[] = [];

/** A run of the app on the device that there is. */
async function started(): Promise<FilmDesk> {
  const api = createApi('http://oddiya.test', (request) => {
    request.headers.set('Authorization', `Bearer ${token}`);
    return reach(backend.handle, request);
  });
  const desk = new FilmDesk(user, api, undefined, clock);
  open.push(desk);
  await desk.open();
  return desk;
}

function until(desk: FilmDesk, holds: (order: Order | undefined) => boolean): Promise<Order | undefined> {
  return new Promise((resolve) => {
    const look = () => {
      const [order] = desk.state().orders;
      if (!holds(order)) return;
      stop();
      resolve(order);
    };
    const stop = desk.subscribe(look);
    look();
  });
}

const isOrdered = (order: Order | undefined) => order?.stage.is === 'ordered';
const posts = (path: string) => backend.seen.filter((request) => request === `POST ${path}`).length;

/** The store of a device that works. */
const store = { ...AsyncStorage };

beforeEach(async () => {
  Object.assign(AsyncStorage, store);
  await AsyncStorage.clear();
  resetDevice();
  clock = new HandClock();
  backend = createBackend({ now: clock.now });
  device.transport = backend.handle;
  ({ user, accessToken: token } = signedIn(backend.world));
});

afterEach(() => open.splice(0).forEach((desk) => void desk.close()));

test('chosen photos become a film: each is sent once, and the film is asked for once', async () => {
  const desk = await started();
  expect(await desk.take(photos(8))).toEqual([]);
  const { key } = await desk.order();
  const order = await until(desk, isOrdered);
  expect(order?.stage).toEqual({ is: 'ordered', jobId: expect.any(String) });
  expect(new Set(device.sentTo).size).toBe(8);
  expect(device.sentTo).toHaveLength(8);
  expect(posts('/api/v1/videos')).toBe(1);
  expect(backend.world.filmKeys.has(`${user} ${key}`)).toBe(true);
});

test('what cannot be taken is said, and the rest is taken', async () => {
  const desk = await started();
  const unfit = await desk.take([
    photo(1),
    photo(1),
    photo(2, { name: 'clip.mov', contentType: 'video/quicktime' }),
    photo(3, { bytes: 60_000_000 }),
    photo(4, { name: 'IMG_4.HEIC', contentType: '' }),
  ]);
  expect(unfit.map(({ why }) => why)).toEqual(['again', 'type', 'size']);
  expect(desk.state().draft.photos.map(({ contentType }) => contentType)).toEqual([
    'image/jpeg',
    'image/heic',
  ]);
});

test('a draft is there again after the app was killed', async () => {
  const desk = await started();
  await desk.take(photos(3));
  desk.changeDraft((draft) => ({ ...draft, title: 'Busan' }));
  await desk.close();
  const again = await started();
  expect(again.state().draft.title).toBe('Busan');
  expect(again.state().draft.photos).toHaveLength(3);
});

test('what the device has no room to write down is said, until it has', async () => {
  const desk = await started();
  AsyncStorage.setItem = () => Promise.reject(new Error('no room'));
  await desk.take(photos(1));
  await desk.settled();
  expect(desk.state()).toMatchObject({ written: false, draft: { photos: [{ name: 'IMG_1.jpg' }] } });

  Object.assign(AsyncStorage, store);
  await desk.take(photos(2));
  await desk.settled();
  expect(desk.state().written).toBe(true);
});

test('a film is made also where nothing can be written down or read', async () => {
  AsyncStorage.setItem = () => Promise.reject(new Error('no room'));
  AsyncStorage.getItem = () => Promise.reject(new Error('no store'));
  device.kept.set('of an earlier run', 'x');
  const desk = await started();
  expect(desk.state()).toMatchObject({ open: true, written: false });
  await desk.take(photos(2));
  await desk.order();
  await until(desk, isOrdered);
  expect(backend.world.films.size).toBe(1);
  expect(device.kept.has('of an earlier run')).toBe(true);
});

test('killed in the middle of sending it goes on: nothing lost, nothing twice, the same key', async () => {
  const desk = await started();
  await desk.take(photos(5));
  device.halfway = () => (device.sentTo.length === 2 ? new Promise(() => undefined) : Promise.resolve());
  const { key } = await desk.order();
  await until(desk, (order) => order !== undefined && shareSent(order) > 0.4);
  await desk.close();

  device.halfway = null;
  const again = await started();
  const order = await until(again, isOrdered);
  expect(order?.key).toBe(key);
  const stored = [...backend.world.uploads.values()].filter(({ bytes }) => bytes !== null);
  expect(stored).toHaveLength(5);
  expect(backend.world.films.size).toBe(1);
});

test('killed between the API’s answer and its being written down, it is still one film', async () => {
  const desk = await started();
  await desk.take(photos(2));
  const killed = new Promise<void>((resolve) => {
    backend.instead = (request) => {
      if (request.url.endsWith('/videos')) void desk.close().then(resolve);
      return undefined;
    };
  });
  await desk.order();
  await killed;
  backend.instead = null;
  const again = await started();
  await until(again, isOrdered);
  expect(backend.world.films.size).toBe(1);
  expect(device.sentTo).toHaveLength(2);
});

test('without a network it waits, and goes on by itself when it is back', async () => {
  const desk = await started();
  await desk.take(photos(3));
  device.halfway = () => {
    backend.away = true;
    return Promise.resolve('brokenOff');
  };
  await desk.order();
  const waiting = await until(desk, (order) => order?.hold?.code === 'no_answer');
  const before = waiting ? shareSent(waiting) : 0;
  backend.away = false;
  device.halfway = null;
  desk.reconnected();
  await until(desk, (order) => order !== undefined && shareSent(order) >= before);
  await until(desk, isOrdered);
  expect(before).toBeGreaterThan(0);
});

test('permissions that have run out are asked for again', async () => {
  const desk = await started();
  await desk.take(photos(2));
  let slow = true;
  device.halfway = () => {
    // A quarter of an hour in a tunnel: the store does not take it any more.
    if (slow) clock.time += 16 * 60_000;
    slow = false;
    return Promise.resolve();
  };
  // The session would have ended, too, were it not for the real client.
  backend.world.sessions.set(token, { user, until: Number.MAX_SAFE_INTEGER });
  await desk.order();
  await until(desk, isOrdered);
  expect(posts('/api/v1/videos/uploads')).toBeGreaterThan(1);
});

test('a server that is too busy is asked again when it has said so', async () => {
  const desk = await started();
  await desk.take(photos(2));
  let busy = true;
  backend.instead = (request) => {
    if (!busy || !request.url.endsWith('/videos')) return undefined;
    busy = false;
    return problem(429, 'too_many_films', {}, { 'Retry-After': '30' });
  };
  await desk.order();
  await until(desk, (order) => order?.hold?.code === 'too_many_films');
  clock.turn(29_000);
  expect(posts('/api/v1/videos')).toBe(1);
  clock.turn(1000);
  await until(desk, isOrdered);
  expect(posts('/api/v1/videos')).toBe(2);
});

test('a file that the store has lost is sent again', async () => {
  const desk = await started();
  await desk.take(photos(3));
  let once = true;
  backend.instead = (request) => {
    if (once && request.url.endsWith('/videos')) {
      once = false;
      for (const upload of [...backend.world.uploads.values()].slice(0, 1)) upload.bytes = null;
    }
    return undefined;
  };
  await desk.order();
  await until(desk, isOrdered);
  expect(device.sentTo).toHaveLength(4);
});

test('an order that is refused can be laid back on the table, with its photos', async () => {
  const desk = await started();
  await desk.take(photos(2));
  desk.changeDraft((draft) => ({ ...draft, planId: '99' }));
  backend.instead = (request) =>
    request.url.endsWith('/videos')
      ? problem(400, 'validation_failed', {
          errors: [{ pointer: '/planId', code: 'not_found', detail: 'No such plan.' }],
        })
      : undefined;
  const { key } = await desk.order();
  await until(desk, (order) => order?.stage.is === 'refused');
  await desk.takeBack(key);
  expect(desk.state()).toMatchObject({ orders: [], draft: { planId: '99' } });
  expect(desk.state().draft.photos).toHaveLength(2);
  expect(device.kept.size).toBe(2);
});

test('what has arrived is not sent again after an order was laid back on the table', async () => {
  const desk = await started();
  await desk.take(photos(3));
  let refuses = true;
  backend.instead = (request) =>
    refuses && request.url.endsWith('/videos') ? problem(400, 'validation_failed') : undefined;
  const { key } = await desk.order();
  await until(desk, (order) => order?.stage.is === 'refused');
  refuses = false;
  await desk.takeBack(key);
  await desk.order();
  await until(desk, isOrdered);
  expect(device.sentTo).toHaveLength(3);
});

test('a film is asked for once more without a file being sent; both keep their pictures', async () => {
  const desk = await started();
  await desk.take(photos(3));
  const first = await desk.order();
  const done = await until(desk, isOrdered);
  const sent = backend.seen.length;
  const second = await desk.orderAgain(draftOf(done ?? first));
  await until(desk, () => desk.state().orders.every(isOrdered));
  expect(second.key).not.toBe(first.key);
  expect(backend.seen.slice(sent)).toEqual(['POST /api/v1/videos']);
  const [one, other] = [...backend.world.films.values()];
  expect(other?.photoUrls).toEqual(one?.photoUrls);
  await desk.discard(second.key);
  expect(device.kept.size).toBe(3);
  await desk.discard(first.key);
  expect(device.kept.size).toBe(0);
});

test('an order that is given up leaves nothing behind', async () => {
  const desk = await started();
  await desk.take(photos(2));
  device.halfway = () => new Promise(() => undefined);
  const { key } = await desk.order();
  await until(desk, (order) => order?.parcels.some(({ passage }) => passage.is === 'sending') ?? false);
  await desk.discard(key);
  expect(device.kept.size).toBe(0);
  await desk.close();
  expect((await started()).state().orders).toEqual([]);
});
