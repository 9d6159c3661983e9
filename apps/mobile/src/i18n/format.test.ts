import { age, formatDates, formatDay, formatMeters, formatMoney, hoursAndMinutes } from './format';

test('days of a trip stay the same days in any time zone', () => {
  expect(formatDay('2026-12-10', 'ko')).toContain('12월 10일');
  expect(formatDates('2026-12-10', '2026-12-12', 'en')).toMatch(/^10\s?–\s?12 December 2026$/);
  expect(formatDates('2026-12-10', '2026-12-10', 'en')).toBe('10 December 2026');
});

test('money has the digits of its currency', () => {
  expect(formatMoney({ amount: '34000', currency: 'KRW' }, 'ko')).toBe('₩34,000');
  expect(formatMoney({ amount: '12.5', currency: 'EUR' }, 'en')).toBe('€12.50');
});

test('lengths and times are as people say them', () => {
  expect(formatMeters(7841, 'en')).toBe('7.8 km');
  expect(formatMeters(446, 'en')).toBe('450 m');
  expect(hoursAndMinutes(135)).toEqual({ hours: 2, minutes: 15 });
});

test('an age is told in the largest unit that it fills', () => {
  const now = Date.parse('2026-11-28T12:00:00Z');
  const before = (ms: number) => age(now - ms, now);
  expect(before(20_000)).toEqual({ unit: 'now' });
  expect(before(-60_000)).toEqual({ unit: 'now' });
  expect(before(59 * 60_000)).toEqual({ unit: 'minutes', count: 59 });
  expect(before(26 * 3_600_000)).toEqual({ unit: 'days', count: 1 });
  expect(before(800 * 86_400_000)).toEqual({ unit: 'years', count: 2 });
});
