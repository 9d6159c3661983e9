import { amountIn, blankForm, faultsOf, fieldAt, type Form, formAfterTrip, formSaying, wishOf } from './form';
import { relaxed } from './relax';

const today = '2026-11-28';
const blank = blankForm(today, 'KRW');
const hotel = { name: 'Haeundae', position: { lat: 35.16, lng: 129.16 } };
const said: Form = {
  ...blank,
  where: { is: 'named', name: ' Busan ' },
  budget: '300,000',
  interests: ['food'],
  musts: [{ placeId: 'catalogue:busan-beomeosa', name: 'Beomeosa Temple' }, { text: 'Gamcheon' }],
  avoid: ['museum'],
  avoidText: ' market ',
  lodging: hotel,
  notes: ' slowly ',
};

test('a trip is a weekend for two unless it is said otherwise', () => {
  expect(blank).toMatchObject({ from: '2026-12-11', to: '2026-12-13', adults: 2, pace: 'balanced' });
  expect(wishOf({ ...blank, where: { is: 'named', name: 'Busan' } }, 'en')).toEqual({
    destination: { name: 'Busan' },
    startDate: '2026-12-11',
    endDate: '2026-12-13',
    party: { adults: 2, children: 0 },
    pace: 'balanced',
    language: 'en',
  });
});

test('everything that was said is in the wish, also what was typed and not added', () => {
  expect(wishOf(said, 'ko')).toMatchObject({
    destination: { name: 'Busan' },
    budget: { amount: '300000', currency: 'KRW' },
    mustVisit: [{ placeId: 'catalogue:busan-beomeosa' }, { text: 'Gamcheon' }],
    avoid: ['museum', 'market'],
    lodging: { position: { lat: 35.16, lng: 129.16 } },
    notes: 'slowly',
  });
  const around: Form = { ...said, where: { is: 'around', place: hotel, radiusKm: 5 } };
  expect(wishOf(around, 'ko').destination).toEqual({
    position: { lat: 35.16, lng: 129.16 },
    radiusKm: 5,
  });
});

test.each([
  ['300000', '300000'],
  ['300,000', '300000'],
  ['1,234,567.5', '1234567.5'],
  ['12,50', '12.50'],
  ['３００', '300'],
  [' 007 ', '7'],
  ['a lot', null],
  ['-5', null],
  ['', null],
])('an amount typed as %j is %j', (typed, amount) => {
  expect(amountIn(typed)).toBe(amount);
});

test('what cannot be asked for is told field by field', () => {
  expect(faultsOf(said, today)).toEqual({});
  expect(
    faultsOf(
      {
        ...blank,
        from: '2026-11-01',
        adults: 0,
        budget: 'little',
        notes: '가'.repeat(501),
      },
      today,
    ),
  ).toEqual({ where: 'missing', dates: 'past', party: 'nobody', budget: 'noAmount', notes: 'tooLong' });
  expect(faultsOf({ ...said, to: '2026-12-25' }, today)).toEqual({ dates: 'tooManyDays' });
});

test('a relaxation changes the wish, and the form says what the wish says', () => {
  const wish = wishOf(said, 'en');
  const changed = relaxed(wish, [
    { op: 'remove', path: '/mustVisit/1' },
    { op: 'replace', path: '/endDate', value: '2026-12-14' },
    { op: 'remove', path: '/budget' },
  ]);
  expect(wish.mustVisit).toHaveLength(2);
  expect(changed && wishOf(formSaying(changed, said), 'en')).toEqual(changed);
  expect(changed && formSaying(changed, said)).toMatchObject({
    to: '2026-12-14',
    budget: '',
    musts: [{ name: 'Beomeosa Temple' }],
    lodging: { name: 'Haeundae' },
  });
});

test('a relaxation that does not fit the wish is none', () => {
  expect(relaxed(wishOf(blank, 'en'), [{ op: 'remove', path: '/mustVisit/0' }])).toBeNull();
});

test('pointers lead to the fields that people see', () => {
  expect(fieldAt('/destination/name')).toBe('where');
  expect(fieldAt('/mustVisit/0')).toBe('musts');
  expect(fieldAt('/language')).toBeUndefined();
});

test('after a trip the form keeps who travels and how, not where', () => {
  expect(formAfterTrip({ ...said, adults: 4 }, today)).toMatchObject({
    where: { name: '' },
    adults: 4,
    interests: ['food'],
    musts: [],
    notes: '',
  });
});
