import type { Change } from '@/api/types';
import { aStop } from '@/testing/plans';
import { byDay, changedParts, counted } from './differences';

const diff: Change[] = [
  { op: 'change', stopId: '1', date: '2027-04-11' },
  { op: 'add', stopId: '2', date: '2027-04-10' },
  { op: 'remove', stopId: '3', date: '2027-04-11' },
];

test('differences are told day by day, what goes first', () => {
  expect(byDay(diff).map(({ date, changes }) => [date, changes.map(({ op }) => op)])).toEqual([
    ['2027-04-10', ['add']],
    ['2027-04-11', ['remove', 'change']],
  ]);
});

test('kinds of differences are counted, those that are not there left out', () => {
  expect(counted(diff)).toEqual([
    { op: 'add', count: 1 },
    { op: 'remove', count: 1 },
    { op: 'change', count: 1 },
  ]);
});

test('what differs of a stop is named', () => {
  const before = aStop({ arrive: '09:00', depart: '10:00' });
  expect(changedParts(before, { ...before, arrive: '10:00', depart: '11:00' })).toEqual(['times']);
  expect(changedParts(before, { ...before, depart: '11:00', activity: 'Eat.' })).toEqual([
    'times',
    'activity',
  ]);
});
