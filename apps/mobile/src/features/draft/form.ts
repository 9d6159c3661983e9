import type { Currency, Position, Wish } from '@/api/types';
import type { Language } from '@/i18n';
import { after, lengthOf, nextFriday } from './dates';

/** What the traveller has said so far, as the form holds it: also what is not finished or cannot be so. */
export interface Form {
  where: Where;
  /** First and last day. */
  from: string;
  to: string;
  adults: number;
  children: number;
  /** As typed; empty for none. */
  budget: string;
  currency: Currency;
  interests: string[];
  pace: Wish['pace'];
  musts: Must[];
  avoid: string[];
  /** Typed into the field of what to avoid, and not added yet: meant all the same. */
  avoidText: string;
  lodging: Named | null;
  notes: string;
}

export type Where = { is: 'named'; name: string } | { is: 'around'; place: Named; radiusKm: number };
export interface Named {
  name: string;
  position: Position;
}
export type Must = { text: string } | { placeId: string; name: string };

export const mostDays = 14;
export const mostNotes = 500;
export const mostOfEach = 20;
export const mostPeople = 50;
export const paces = ['relaxed', 'balanced', 'packed'] as const;
export const radii = [2, 5, 10, 20, 50] as const;

/** Most people go for a weekend, two of them, and not before next week. */
export function blankForm(today: string, currency: Currency): Form {
  const from = nextFriday(after(today, 7));
  return {
    where: { is: 'named', name: '' },
    from,
    to: after(from, 2),
    adults: 2,
    children: 0,
    budget: '',
    currency,
    interests: [],
    pace: 'balanced',
    musts: [],
    avoid: [],
    avoidText: '',
    lodging: null,
    notes: '',
  };
}

/** For the trip after one that has been planned: who travels and how stays, where and when does not. */
export function formAfterTrip(form: Form, today: string): Form {
  const { adults, children, currency, interests, pace } = form;
  return { ...blankForm(today, currency), adults, children, interests, pace };
}

export type FieldName =
  'where' | 'dates' | 'party' | 'budget' | 'interests' | 'pace' | 'musts' | 'avoid' | 'lodging' | 'notes';
export type Fault = 'missing' | 'past' | 'tooManyDays' | 'nobody' | 'noAmount' | 'tooLong' | 'refused';
export type Faults = Partial<Record<FieldName, Fault>>;

/** What keeps the form from being sent; none of it needs the back end to be known. */
export function faultsOf(form: Form, today: string): Faults {
  const faults: Faults = {};
  if (form.where.is === 'named' && form.where.name.trim() === '') faults.where = 'missing';
  if (form.from < today) faults.dates = 'past';
  else if (lengthOf(form.from, form.to) > mostDays) faults.dates = 'tooManyDays';
  if (form.adults + form.children === 0) faults.party = 'nobody';
  if (form.budget.trim() !== '' && amountIn(form.budget) === null) faults.budget = 'noAmount';
  if ([...form.notes.normalize('NFC')].length > mostNotes) faults.notes = 'tooLong';
  return faults;
}

const fieldOfMember: Record<string, FieldName> = {
  destination: 'where',
  startDate: 'dates',
  endDate: 'dates',
  party: 'party',
  budget: 'budget',
  interests: 'interests',
  pace: 'pace',
  mustVisit: 'musts',
  avoid: 'avoid',
  lodging: 'lodging',
  notes: 'notes',
};

/** The field that a JSON Pointer into the request leads to. */
export function fieldAt(pointer: string): FieldName | undefined {
  return fieldOfMember[pointer.split('/')[1] ?? ''];
}

/** What somebody types for an amount, as the API wants it; null where it is none. */
export function amountIn(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s_']/g, '');
  const ungrouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
    ? plain.replaceAll(',', '')
    : plain.replace(',', '.');
  const [, whole, part] = /^(\d{1,15})(?:\.(\d{1,6}))?$/.exec(ungrouped) ?? [];
  if (whole === undefined) return null;
  return BigInt(whole).toString() + (part === undefined ? '' : `.${part}`);
}

export function wishOf(form: Form, language: Language): Wish {
  const { where, from, to, adults, children, interests, pace, musts, lodging } = form;
  const amount = amountIn(form.budget);
  const avoid = avoided(form);
  const notes = form.notes.trim();
  return {
    destination:
      where.is === 'named'
        ? { name: where.name.trim() }
        : { position: where.place.position, radiusKm: where.radiusKm },
    startDate: from,
    endDate: to,
    party: { adults, children },
    pace,
    language,
    ...(amount === null ? {} : { budget: { amount, currency: form.currency } }),
    ...(interests.length > 0 ? { interests } : {}),
    ...(musts.length > 0
      ? { mustVisit: musts.map((must) => ('text' in must ? must : { placeId: must.placeId })) }
      : {}),
    ...(avoid.length > 0 ? { avoid } : {}),
    ...(lodging ? { lodging: { position: lodging.position } } : {}),
    ...(notes === '' ? {} : { notes }),
  };
}

/** What is to be avoided, with what was typed and not added yet. */
export function avoided({ avoid, avoidText }: Form): string[] {
  const text = avoidText.trim();
  return text === '' || avoid.includes(text) ? avoid : [...avoid, text].slice(0, mostOfEach);
}

/** The form that says what a changed wish says, with the names that the traveller knows things by. */
export function formSaying(wish: Wish, before: Form): Form {
  const { destination } = wish;
  return {
    ...before,
    where:
      'name' in destination
        ? { is: 'named', name: destination.name }
        : {
            is: 'around',
            radiusKm: destination.radiusKm,
            place: namedAt(destination.position, before.where.is === 'around' ? before.where.place : null),
          },
    from: wish.startDate,
    to: wish.endDate,
    adults: wish.party.adults,
    children: wish.party.children,
    budget: wish.budget?.amount ?? '',
    currency: wish.budget?.currency ?? before.currency,
    interests: wish.interests ?? [],
    pace: wish.pace,
    musts: (wish.mustVisit ?? []).map((must) =>
      'text' in must ? must : { placeId: must.placeId, name: nameOf(must.placeId, before) },
    ),
    avoid: wish.avoid ?? [],
    avoidText: '',
    lodging: wish.lodging ? namedAt(wish.lodging.position, before.lodging) : null,
    notes: wish.notes ?? '',
  };
}

function namedAt(position: Position, before: Named | null): Named {
  return { name: before?.name ?? `${position.lat}, ${position.lng}`, position };
}

function nameOf(placeId: string, { musts }: Form): string {
  const known = musts.find((must) => 'placeId' in must && must.placeId === placeId);
  return known && 'name' in known ? known.name : placeId;
}

export function nameOfMust(must: Must): string {
  return 'text' in must ? must.text : must.name;
}

/** What every field of the form is given. */
export interface FieldsProps {
  form: Form;
  /** Changes some of it. */
  change: (part: Partial<Form>) => void;
  problem: (field: FieldName) => string | undefined;
}
