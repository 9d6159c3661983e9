import type { Permission } from '@/platform/files';
import { missedFiles } from './answers';
import {
  after,
  arrivedCount,
  batch,
  fileAt,
  fileUrlOf,
  type Happened,
  newOrder,
  type Order,
  parallel,
  shareSent,
  stepsFor,
  stuck,
  waitsForDecision,
} from './order';
import { emptyDraft } from './wish';

const noon = Date.parse('2027-04-12T12:00:00Z');
const minute = 60_000;

function ordered(photos: number): Order {
  return newOrder(
    'key',
    {
      ...emptyDraft,
      photos: Array.from({ length: photos }, (_, index) => ({
        id: `p${index}`,
        kind: 'photo',
        name: `${index}.jpg`,
        contentType: 'image/jpeg',
        bytes: 100,
        fingerprint: String(index),
      })),
    },
    noon,
  );
}

function permission(id: string, until = noon + 15 * minute): Permission {
  return {
    fileUrl: `s3://media/${id}`,
    method: 'PUT',
    url: `https://store/${id}`,
    headers: {},
    expiresAt: new Date(until).toISOString(),
  };
}

function permitted(...ids: string[]): Happened {
  return { has: 'permitted', permissions: ids.map((id) => ({ id, permission: permission(id) })) };
}

function become(order: Order, ...events: Happened[]): Order {
  return events.reduce(after, order);
}

/** An order with all of its files where they belong. */
function allThere(photos: number): Order {
  const ids = Array.from({ length: photos }, (_, index) => `p${index}`);
  return become(
    ordered(photos),
    permitted(...ids),
    ...ids.flatMap((id): Happened[] => [
      { has: 'begun', id },
      { has: 'arrived', id },
    ]),
  );
}

test('permissions are asked for in small batches, and not for more than are used soon', () => {
  const order = ordered(20);
  const [ask] = stepsFor(order, noon);
  expect(ask).toMatchObject({ do: 'askForPermissions' });
  expect(ask?.do === 'askForPermissions' && ask.parcels).toHaveLength(batch);
  const asked = after(order, { has: 'askedForPermissions' });
  expect(stepsFor(asked, noon)).toEqual([]);
  const ready = become(asked, permitted('p0', 'p1', 'p2', 'p3', 'p4', 'p5'));
  expect(stepsFor(ready, noon).map((step) => step.do)).toEqual(['send', 'send', 'send']);
});

test('no more are under way at once than a connection can carry', () => {
  const order = become(ordered(6), permitted('p0', 'p1', 'p2', 'p3', 'p4', 'p5'), { has: 'begun', id: 'p0' });
  const sends = stepsFor(order, noon).filter((step) => step.do === 'send');
  expect(sends).toHaveLength(parallel - 1);
});

test('what is told never goes back, and is never all before the store has agreed', () => {
  const half = become(
    ordered(1),
    permitted('p0'),
    { has: 'begun', id: 'p0' },
    { has: 'progressed', id: 'p0', share: 0.7 },
    { has: 'brokenOff', id: 'p0', at: noon },
  );
  expect(shareSent(half)).toBe(0.7);
  const again = become(half, { has: 'begun', id: 'p0' }, { has: 'progressed', id: 'p0', share: 0.1 });
  expect(shareSent(again)).toBe(0.7);
  const almost = after(again, { has: 'progressed', id: 'p0', share: 1 });
  expect(shareSent(almost)).toBeLessThan(1);
  expect(shareSent(after(almost, { has: 'arrived', id: 'p0' }))).toBe(1);
});

test('after a lost connection it waits, longer each time, and begins the same file by the same permission', () => {
  const sending = become(ordered(1), permitted('p0'), { has: 'begun', id: 'p0' });
  const broken = after(sending, { has: 'brokenOff', id: 'p0', at: noon });
  expect(stepsFor(broken, noon)).toEqual([{ do: 'wait', until: noon + 1000 }]);
  expect(stepsFor(broken, noon + 1000)).toMatchObject([{ do: 'send', permission: permission('p0') }]);
  const twice = become(broken, { has: 'begun', id: 'p0' }, { has: 'brokenOff', id: 'p0', at: noon });
  expect(stepsFor(twice, noon)).toEqual([{ do: 'wait', until: noon + 2000 }]);
  expect(stepsFor(after(twice, { has: 'reconnected' }), noon)).toMatchObject([{ do: 'send' }]);
});

test('a killed app goes on with what had not arrived, and only with that', () => {
  const killed = become(
    ordered(3),
    permitted('p0', 'p1', 'p2'),
    { has: 'begun', id: 'p0' },
    { has: 'arrived', id: 'p0' },
    { has: 'begun', id: 'p1' },
    { has: 'progressed', id: 'p1', share: 0.5 },
  );
  const reopened = after(JSON.parse(JSON.stringify(killed)) as Order, { has: 'reopened' });
  const sends = stepsFor(reopened, noon).flatMap((step) => (step.do === 'send' ? [step.file.id] : []));
  expect(sends).toEqual(['p1', 'p2']);
  expect(arrivedCount(reopened)).toBe(1);
  expect(shareSent(reopened)).toBeCloseTo(0.5);
});

test('killed while it asked for permissions, or for the film, it asks again', () => {
  const asking = after(ordered(1), { has: 'askedForPermissions' });
  expect(stepsFor(after(asking, { has: 'reopened' }), noon)).toMatchObject([{ do: 'askForPermissions' }]);
  const ordering = after(allThere(2), { has: 'askedForFilm' });
  expect(stepsFor(ordering, noon)).toEqual([]);
  expect(stepsFor(after(ordering, { has: 'reopened' }), noon)).toEqual([{ do: 'askForFilm' }]);
});

test('a permission that is over, or about to be, is asked for anew', () => {
  const order = become(ordered(1), permitted('p0'));
  expect(stepsFor(order, noon + 15 * minute - 5000)).toMatchObject([{ do: 'askForPermissions' }]);
});

test('what is turned away gets another permission, but not for ever', () => {
  const turned = (order: Order) =>
    become(order, permitted('p0'), { has: 'begun', id: 'p0' }, { has: 'turnedAway', id: 'p0' });
  const once = turned(ordered(1));
  expect(stepsFor(once, noon)).toMatchObject([{ do: 'askForPermissions' }]);
  const often = turned(turned(turned(once)));
  expect(stepsFor(often, noon)).toEqual([]);
  expect(stuck(often)).toHaveLength(1);
});

test('the film is asked for when all is there, and only then', () => {
  const order = allThere(2);
  expect(stepsFor(order, noon)).toEqual([{ do: 'askForFilm' }]);
  expect(stepsFor(after(order, { has: 'ordered', jobId: '7' }), noon)).toEqual([]);
  expect(fileUrlOf(order, 'p1')).toBe('s3://media/p1');
  expect(fileAt(order, 's3://media/p1')?.id).toBe('p1');
});

test('files that the API has not got after all are sent again before it is asked again', () => {
  const missed = become(allThere(3), { has: 'askedForFilm' }, { has: 'missed', indices: [1] });
  expect(stepsFor(missed, noon)).toMatchObject([
    { do: 'askForPermissions', parcels: [{ file: { id: 'p1' } }] },
  ]);
  expect(shareSent(missed)).toBeGreaterThan(0.99);
  expect(shareSent(missed)).toBeLessThan(1);
});

test('a file that is gone from the device waits for a decision; without it the film is made', () => {
  const order = become(
    ordered(3),
    permitted('p0', 'p1', 'p2'),
    { has: 'begun', id: 'p0' },
    { has: 'lost', id: 'p0' },
    { has: 'begun', id: 'p1' },
    { has: 'arrived', id: 'p1' },
    { has: 'begun', id: 'p2' },
    { has: 'arrived', id: 'p2' },
  );
  expect(stepsFor(order, noon)).toEqual([]);
  const without = after(order, { has: 'leftOut', id: 'p0' });
  expect(stepsFor(without, noon)).toEqual([{ do: 'askForFilm' }]);
  expect(without.draft.photos.map(({ id }) => id)).toEqual(['p1', 'p2']);
});

test('a refusal for now is waited out as long as it says', () => {
  const order = become(
    allThere(2),
    { has: 'askedForFilm' },
    { has: 'unanswered', code: 'too_many_films', at: noon, retryAfterMs: 30_000 },
  );
  expect(stepsFor(order, noon)).toEqual([{ do: 'wait', until: noon + 30_000 }]);
  expect(stepsFor(order, noon + 30_000)).toEqual([{ do: 'askForFilm' }]);
});

test('only refusals about files alone are mended by sending them again', () => {
  const refused = (...errors: [string, string][]) =>
    missedFiles(
      {
        status: 400,
        code: 'validation_failed',
        title: '',
        errors: errors.map(([pointer, code]) => ({ pointer, code, detail: '' })),
      },
      5,
    );
  expect(refused(['/photoUrls/2', 'not_uploaded'], ['/music', 'not_found'])).toEqual([2, 5]);
  expect(refused(['/photoUrls/2', 'not_uploaded'], ['/planId', 'not_found'])).toBeNull();
  expect(refused()).toBeNull();
});

test('what is stuck stops an order only once nothing else goes on', () => {
  const order = become(
    ordered(2),
    permitted('p0', 'p1'),
    { has: 'begun', id: 'p0' },
    { has: 'begun', id: 'p1' },
    { has: 'lost', id: 'p0' },
  );
  expect(waitsForDecision(order)).toBe(false);
  const rest = after(order, { has: 'arrived', id: 'p1' });
  expect(waitsForDecision(rest)).toBe(true);
  expect(waitsForDecision(after(rest, { has: 'leftOut', id: 'p0' }))).toBe(false);
});
