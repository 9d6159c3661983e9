import { after, datesFrom, lengthOf, monthAfter, nextFriday, pressed, weeksOf } from './dates';

test('days are counted over the ends of months and years', () => {
  expect(after('2026-12-31', 1)).toBe('2027-01-01');
  expect(lengthOf('2028-02-28', '2028-03-01')).toBe(3);
  expect(datesFrom('2026-11-30', '2026-12-01')).toEqual(['2026-11-30', '2026-12-01']);
  expect(nextFriday('2026-12-05')).toBe('2026-12-11');
  expect(nextFriday('2026-12-11')).toBe('2026-12-11');
  expect(monthAfter('2026-12-31', 2)).toBe('2027-02-01');
});

test('a month has whole weeks, from Sunday or from Monday', () => {
  const weeks = weeksOf('2026-12-10', 0);
  expect(weeks[0]).toEqual([
    null,
    null,
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
    '2026-12-05',
  ]);
  expect(weeks.at(-1)?.at(-1)).toBeNull();
  expect(weeksOf('2026-12-10', 1)[0]?.[1]).toBe('2026-12-01');
  expect(weeksOf('2027-02-01', 1)).toHaveLength(4);
});

test('the first press begins a range, the second ends it, if it can be its end', () => {
  const begun = pressed({ from: '2026-12-01', to: '2026-12-03' }, '2026-12-10', 14);
  expect(begun).toEqual({ from: '2026-12-10', to: null });
  expect(pressed(begun, '2026-12-10', 14)).toEqual({ from: '2026-12-10', to: '2026-12-10' });
  expect(pressed(begun, '2026-12-23', 14)).toEqual({ from: '2026-12-10', to: '2026-12-23' });
  expect(pressed(begun, '2026-12-24', 14)).toEqual({ from: '2026-12-24', to: null });
  expect(pressed(begun, '2026-12-09', 14)).toEqual({ from: '2026-12-09', to: null });
});
