import type { Leg } from '@/api/types';
import { aStop } from '@/testing/plans';
import { clockThere, minutesOf } from './days';
import { dayOf, nowOf, weatherAhead } from './now';

const walk: Leg = { mode: 'walk', minutes: 20, meters: 1400, estimated: true };
const museum = aStop({ id: 'museum', arrive: '10:00', depart: '11:30' });
const market = aStop({ id: 'market', arrive: '12:00', depart: '13:00', legFromPrevious: walk });
const bar = aStop({ id: 'bar', arrive: '23:30', depart: '00:45', legFromPrevious: walk });
const day = { stops: [museum, market, bar] };
const at = (time: string, more = 0) => nowOf(day, minutesOf(time) + more);

test('before the first stop it is next, and there is no way to it to leave for', () => {
  expect(at('08:00')).toEqual({ is: 'before', next: museum, leaveAt: null });
});

test('at a stop one leaves in time for the next', () => {
  expect(at('10:00')).toEqual({ is: 'at', stop: museum, next: market, leaveAt: '11:40' });
});

test('between stops one may be late', () => {
  expect(at('11:35')).toMatchObject({ is: 'between', next: market, leaveAt: '11:40', late: false });
  expect(at('11:45')).toMatchObject({ is: 'between', next: market, late: true });
});

test('a visit past midnight is still today’s', () => {
  expect(at('23:50')).toMatchObject({ is: 'at', stop: bar, next: null });
});

test('after the last stop the day is over', () => {
  expect(nowOf({ stops: [museum] }, minutesOf('11:30'))).toEqual({ is: 'over' });
});

test('it is today where the trip is, not where the phone is from', () => {
  expect(clockThere(Date.parse('2027-04-09T15:30:00Z'))).toEqual({ date: '2027-04-10', minutes: 30 });
  const weather = { kind: 'unknown' } as const;
  const days = [
    { date: '2027-04-10', weather, ...day },
    { date: '2027-04-11', weather, stops: [] },
  ];
  expect(dayOf({ days }, Date.parse('2027-04-10T20:00:00Z'))?.index).toBe(1);
  expect(dayOf({ days }, Date.parse('2027-05-10T20:00:00Z'))).toBeNull();
});

test('rain is told while it is ahead, with the stops it is in the way of', () => {
  const wet = aStop({
    ...market,
    checks: { ...market.checks, weather: { verdict: 'fail', reason: 'Rain' } },
  });
  const weather = { kind: 'forecast', rain: [{ from: '12:00', millimetres: 4 }] } as const;
  const rainy = {
    date: '2027-04-10',
    weather: { ...weather, rain: [...weather.rain] },
    stops: [museum, wet],
  };
  expect(weatherAhead(rainy, minutesOf('09:00'))).toEqual({ rainAt: ['12:00'], stops: [wet] });
  expect(weatherAhead(rainy, minutesOf('15:30'))).toEqual({ rainAt: [], stops: [] });
});
