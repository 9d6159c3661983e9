import { useTranslation } from 'react-i18next';

import { type Language, language } from '.';

/** Amounts as the API has them: a decimal text, so that no cent is lost on the way. */
export interface Money {
  amount: string;
  currency: string;
}

const regions: Record<Language, string> = { ko: 'ko-KR', en: 'en-GB', ja: 'ja-JP', zh: 'zh-CN' };

/** A date of the API (`2026-04-12`), as a day that no time zone can move. */
function day(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** Formats are made once: making one takes as long as drawing a card, and a full day asks for dozens. */
const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function once<F extends Intl.DateTimeFormat | Intl.NumberFormat>(
  kind: 'date' | 'number',
  spoken: Language,
  options: object,
  make: () => F,
): F {
  const key = JSON.stringify([kind, spoken, options]);
  const known = made.get(key) as F | undefined;
  if (known) return known;
  const format = make();
  made.set(key, format);
  return format;
}

function dates(spoken: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once('date', spoken, options, () => new Intl.DateTimeFormat(regions[spoken], options));
}

function numbers(spoken: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return once('number', spoken, options, () => new Intl.NumberFormat(regions[spoken], options));
}

function inWords(options: Intl.DateTimeFormatOptions, date: Date, spoken: Language) {
  return dates(spoken, options).format(date);
}

/** "Sun 12 April" */
export function formatDay(date: string, spoken = language()): string {
  return inWords({ weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' }, day(date), spoken);
}

/** "Sun 12" */
export function formatShortDay(date: string, spoken = language()): string {
  return inWords({ weekday: 'short', day: 'numeric', timeZone: 'UTC' }, day(date), spoken);
}

/** "12 April 2026" */
export function formatDate(date: string, spoken = language()): string {
  return inWords({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }, day(date), spoken);
}

/** "12–14 April 2026"; a trip of one day is its date. */
export function formatDates(from: string, to: string, spoken = language()): string {
  if (from === to) return formatDate(from, spoken);
  const format = dates(spoken, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  // Hermes on iOS has no formatRange.
  return 'formatRange' in format
    ? // Korean has its tilde with and without spaces; a line may break at it.
      format.formatRange(day(from), day(to)).replace(/\s*~\s*/, ' ~ ')
    : `${formatDate(from, spoken)} – ${formatDate(to, spoken)}`;
}

/** An instant of the API where the reader is: "12 April, 14:05". */
export function formatInstant(instant: string, spoken = language()): string {
  return inWords(
    { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    new Date(instant),
    spoken,
  );
}

/** A moment of today where the reader is: "14:05". */
export function formatTime(at: number, spoken = language()): string {
  return inWords({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, new Date(at), spoken);
}

/** "₩12,000"; as many digits as the currency has, unless the amount itself has more to say. */
export function formatMoney(money: Money, spoken = language()): string {
  return numbers(spoken, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  } as Intl.NumberFormatOptions).format(Number(money.amount));
}

/** "850 m", "1.2 km" */
export function formatMeters(meters: number, spoken = language()): string {
  const far = meters >= 1000;
  return numbers(spoken, {
    style: 'unit',
    unit: far ? 'kilometer' : 'meter',
    maximumFractionDigits: far ? 1 : 0,
  }).format(far ? meters / 1000 : Math.round(meters / 10) * 10);
}

export function formatNumber(value: number, spoken = language()): string {
  return numbers(spoken).format(value);
}

/** "42%", of a share from 0 to 1; never rounded up to more than there is. */
export function formatPercent(share: number, spoken = language()): string {
  return numbers(spoken, { style: 'percent' }).format(Math.floor(share * 100 + 1e-6) / 100);
}

/** Hours and minutes of a number of minutes. */
export function hoursAndMinutes(minutes: number): { hours: number; minutes: number } {
  return { hours: Math.floor(minutes / 60), minutes: Math.round(minutes % 60) };
}

export type Age =
  { unit: 'now' } | { unit: 'minutes' | 'hours' | 'days' | 'months' | 'years'; count: number };

const minute = 60_000;
const steps = [
  ['years', 365 * 24 * 60 * minute],
  ['months', 30 * 24 * 60 * minute],
  ['days', 24 * 60 * minute],
  ['hours', 60 * minute],
  ['minutes', minute],
] as const;

/** How long ago something was, in the largest unit that it fills. What is yet to come, by a clock's fault, is now. */
export function age(then: number, now: number): Age {
  const passed = now - then;
  for (const [unit, length] of steps) {
    if (passed >= length) return { unit, count: Math.floor(passed / length) };
  }
  return { unit: 'now' };
}

/** Durations and ages in the reader's words. */
export function useSpans() {
  const { t } = useTranslation();
  return {
    duration(total: number): string {
      const { hours, minutes } = hoursAndMinutes(total);
      if (hours === 0) return t('common.time.minutes', { count: minutes });
      if (minutes === 0) return t('common.time.hours', { count: hours });
      return t('common.time.hoursMinutes', { hours, minutes });
    },
    ago(then: number | string, now = Date.now()): string {
      const passed = age(typeof then === 'string' ? Date.parse(then) : then, now);
      return passed.unit === 'now'
        ? t('common.ago.now')
        : t(`common.ago.${passed.unit}`, { count: passed.count });
    },
  };
}

/** "December 2026", of any of its days */
export function formatMonth(date: string, spoken = language()): string {
  return inWords({ month: 'long', year: 'numeric', timeZone: 'UTC' }, day(date), spoken);
}

/** "F", by its number, as columns of calendars are headed; 0 is Sunday */
export function weekdayName(number: number, spoken = language()): string {
  // The fourth of January 1970 was a Sunday.
  return inWords({ weekday: 'narrow', timeZone: 'UTC' }, new Date((3 + number) * 24 * 60 * minute), spoken);
}
