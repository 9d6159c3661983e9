import type { Video, VideoChoice } from '@/api/types';
import { createWorld } from '@fake/world';
import { steady, worksUntil } from './links';
import { pageFor } from './pushes';
import { byStop, pace, reportOn } from './states';
import { byPlace, likelyTrip, proposed, timeOf, tripsToFilm } from './trips';
import { spread } from '@/platform/files';
import { emptyDraft, fitting, missing, orderOf } from './wish';
import { fileName } from './words';

const noon = Date.parse('2027-04-12T12:00:00Z');
const choice: VideoChoice = createWorld().choice;

const film: Video = {
  jobId: '1',
  status: 'COMPLETED',
  progress: 100,
  createdAt: '2027-04-12T12:00:00Z',
  template: 'basic',
  aspect: '9:16',
  seconds: 30,
  music: 'daybreak',
  keepAll: false,
  photos: [],
};

const photo = (id: string) => ({
  id,
  kind: 'photo' as const,
  name: id,
  contentType: 'image/jpeg',
  bytes: 1,
  fingerprint: id,
});

test('a film under way is asked about often at first, then less, and not at all when it has ended', () => {
  const under = { status: 'PROCESSING', createdAt: film.createdAt } as const;
  const paces = [0, 2, 10].map((minutes) => pace(under, noon + minutes * 60_000));
  expect(paces).toEqual([...paces].sort((one, other) => Number(one) - Number(other)));
  expect(paces[0]).toBeGreaterThanOrEqual(1000);
  expect(pace(film, noon)).toBe(false);
  expect(pace(undefined, noon)).toBe(false);
});

test('a film keeps its addresses while they work, however often they are signed anew', () => {
  const signed = (sign: string) => ({ ...film, videoUrl: `https://store/film.mp4?X-Amz-Signature=${sign}` });
  const before = { film: signed('a'), at: noon };
  expect(steady(signed('b'), before, noon + 60_000).videoUrl).toBe(signed('a').videoUrl);
  expect(steady(signed('b'), before, noon + 50 * 60_000).videoUrl).toBe(signed('b').videoUrl);
  const other = { ...film, videoUrl: 'https://store/other.mp4' };
  expect(steady(other, before, noon).videoUrl).toBe(other.videoUrl);
});

test('an address says itself until when it works', () => {
  expect(worksUntil('https://s/f?X-Amz-Date=20270412T120000Z&X-Amz-Expires=3600', 0)).toBe(noon + 3_600_000);
});

test('photos are reported by what became of them, also for reasons that are new', () => {
  const photos = [
    { photoUrl: 'a', used: true },
    { photoUrl: 'b', used: false, reason: 'blurred' },
    { photoUrl: 'c', used: false, reason: 'out_of_fashion' },
  ];
  const { used, leftOut } = reportOn(photos);
  expect(used).toHaveLength(1);
  expect(leftOut.map(({ reason }) => reason)).toEqual(['blurred', null]);
});

test('photos are grouped by the stops of the trip, in its order', () => {
  const photos = [
    { photoUrl: 'a', used: true, matchedStopId: 'second' },
    { photoUrl: 'b', used: true },
    { photoUrl: 'c', used: true, matchedStopId: 'first' },
  ];
  const groups = byStop(photos, [{ id: 'first' }, { id: 'second' }, { id: 'third' }]);
  expect(groups.map(({ stop }) => stop?.id)).toEqual(['first', 'second', undefined]);
});

test('a wish asks for what its template has', () => {
  const [basic] = choice.templates;
  if (!basic) throw new Error('no templates');
  const narrow = { ...choice, templates: [{ ...basic, aspects: ['16:9' as const], seconds: [15] }] };
  expect(fitting({ ...emptyDraft, template: 'gone' }, narrow)).toMatchObject({
    template: 'basic',
    aspect: '16:9',
    seconds: 15,
  });
  expect(fitting(emptyDraft, choice)).toBe(emptyDraft);
});

test('positions are told only of those who have said yes', () => {
  const spot = { lat: 35.1, lng: 129 };
  const draft = { ...emptyDraft, photos: [{ ...photo('a'), position: spot }, photo('b')] };
  const address = ({ id }: { id: string }) => `s3://${id}`;
  expect(orderOf(draft, address).photos).toBeUndefined();
  expect(orderOf({ ...draft, spots: true }, address).photos).toEqual([
    { photoUrl: 's3://a', position: spot },
  ]);
});

test('a film needs two photos, and its own music if it is to have that', () => {
  expect(missing(emptyDraft)).toBe('photos');
  const draft = { ...emptyDraft, photos: [photo('a'), photo('b')] };
  expect(missing(draft)).toBeNull();
  expect(missing({ ...draft, music: { is: 'own' } })).toBe('music');
});

test('trips that there can be photos of are offered, the latest as the likely one', () => {
  const [past, on, ahead] = [
    { id: 'past', startDate: '2027-01-01', endDate: '2027-01-03' },
    { id: 'on', startDate: '2027-04-11', endDate: '2027-04-13' },
    { id: 'ahead', startDate: '2027-06-01', endDate: '2027-06-02' },
  ] as const;
  const trips = [ahead, past, on];
  expect(tripsToFilm(trips, null, '2027-04-12').map(({ id }) => id)).toEqual(['on', 'past']);
  expect(tripsToFilm(trips, 'ahead', '2027-04-12').map(({ id }) => id)).toEqual(['ahead', 'on', 'past']);
  expect(likelyTrip(trips, '2027-04-12')).toBe(on);
  expect(likelyTrip([past, ahead], '2027-04-12')).toBeNull();
});

test('a trip’s photos are those of its days in Korea, wherever the traveller is by now', () => {
  const { from, to } = timeOf({ id: '1', startDate: '2027-04-11', endDate: '2027-04-13' });
  expect(from.toISOString()).toBe('2027-04-10T15:00:00.000Z');
  expect(to.toISOString()).toBe('2027-04-13T19:00:00.000Z');
});

test('photos taken at the stops come before those from elsewhere, and fill the room first', () => {
  const stops = [{ position: { lat: 35.0971, lng: 129.0106 } }];
  const spots: Record<string, { lat: number; lng: number } | null> = {
    nowhere: null,
    at: { lat: 35.0975, lng: 129.011 },
    beside: { lat: 35.0971, lng: 129.0146 },
    beyond: { lat: 35.0971, lng: 129.0156 },
  };
  const parted = byPlace(['unread', 'beyond', 'at', 'nowhere', 'beside'], (name) => spots[name], stops);
  expect(parted).toEqual({ near: ['at', 'beside'], elsewhere: ['beyond', 'nowhere'], unread: ['unread'] });
  expect(proposed(parted, 3)).toEqual(['at', 'beside', 'beyond']);
  expect(proposed(parted, 1)).toEqual(['at']);
});

test('of many photos some of each part of the trip are proposed', () => {
  expect(spread([1, 2, 3, 4, 5, 6], 3)).toEqual([1, 3, 5]);
  expect(spread([1, 2], 3)).toEqual([1, 2]);
});

test('a push leads to what it is about, and nowhere else', () => {
  expect(pageFor({ jobId: '17', status: 'COMPLETED' })).toBe('/film/17');
  expect(pageFor({ planId: '3', revisionId: '9' })).toBe('/plan/3');
  expect(pageFor({ jobId: '../me' })).toBeNull();
  expect(pageFor({})).toBeNull();
});

test('a film is saved under its name, without what file systems mind', () => {
  expect(fileName('부산 3일: "바다"')).toBe('부산 3일 바다');
  expect(fileName('///')).toBe('Oddiya');
});
