import { aStop } from '@/testing/plans';
import { editedStops, preview } from './edits';

const morning = aStop({ id: 'a', arrive: '09:00', depart: '10:30' });
const noon = aStop({ id: 'b', arrive: '11:00', depart: '12:00', locked: true });
const evening = aStop({ id: 'c', arrive: '18:00', depart: '19:00' });
const day = [morning, noon, evening];

test('a stop that is moved has itself and all after it timed anew, and nothing before it', () => {
  const stops = editedStops(day, { do: 'move', id: 'c', to: 1 });
  expect(stops?.map(({ id, arrive }) => [id, arrive])).toEqual([
    ['a', '09:00'],
    ['c', undefined],
    ['b', undefined],
  ]);
});

test('what is moved to where it is changes no time', () => {
  const stops = editedStops(day, { do: 'move', id: 'b', to: 1 });
  expect(stops?.map(({ arrive }) => arrive)).toEqual(['09:00', '11:00', '18:00']);
});

test('steps in haste add up, and end at the ends of the day', () => {
  const step = { do: 'step', id: 'a', by: 1 } as const;
  const names = (stops: readonly { id: string }[]) => stops.map(({ id }) => id).join('');
  expect(names(preview(day, step))).toBe('bac');
  expect(names(preview(preview(preview(day, step), step), step))).toBe('bca');
  expect(names(preview(day, { ...step, by: -1 }))).toBe('abc');
});

test('what comes after a removed stop moves up', () => {
  expect(editedStops(day, { do: 'remove', id: 'a' })).toEqual([
    { id: 'b', placeId: noon.placeId },
    { id: 'c', placeId: evening.placeId },
  ]);
});

test('a lock changes no time, of that stop or another', () => {
  const stops = editedStops(day, { do: 'lock', id: 'a', locked: true });
  expect(stops?.map(({ arrive, minutes, locked }) => [arrive, minutes, locked])).toEqual([
    ['09:00', 90, true],
    ['11:00', 60, true],
    ['18:00', 60, false],
  ]);
});

test('who stays longer keeps the hour of arrival; what follows moves', () => {
  const stops = editedStops(day, { do: 'stay', id: 'b', minutes: 120 });
  expect(stops?.map(({ arrive, minutes }) => [arrive, minutes])).toEqual([
    ['09:00', 90],
    ['11:00', 120],
    [undefined, undefined],
  ]);
});

test('an undone removal brings the stop back as it was, as one that the day does not have yet', () => {
  const stops = editedStops([morning, evening], { do: 'restore', stops: day });
  expect(stops?.map(({ id, arrive }) => [id, arrive])).toEqual([
    ['a', '09:00'],
    [undefined, '11:00'],
    ['c', '18:00'],
  ]);
});

test('a visit into the next day is as long as it is', () => {
  const late = aStop({ id: 'z', arrive: '23:30', depart: '01:00' });
  expect(editedStops([late], { do: 'lock', id: 'z', locked: true })?.[0]?.minutes).toBe(90);
});

test('an edit of what is not there any more cannot be made', () => {
  expect(editedStops([morning], { do: 'remove', id: 'c' })).toBeNull();
  expect(preview([morning], { do: 'move', id: 'c', to: 0 })).toEqual([morning]);
});
