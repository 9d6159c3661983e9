/** Days of the calendar as the API writes them (`2026-12-04`), which no time zone can move. */

const dayMs = 24 * 60 * 60 * 1000;

export function after(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** How many days from one to the other, both counted. */
export function lengthOf(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
}

/** All of them, both ends among them. */
export function datesFrom(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, lengthOf(from, to)) }, (_, index) => after(from, index));
}

/** 0 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(Date.parse(date)).getUTCDay();
}

/** `date` itself, if it is one. */
export function nextFriday(date: string): string {
  return after(date, (5 - weekdayOf(date) + 7) % 7);
}

/** The first day of the month that is `months` after the one of `date`. */
export function monthAfter(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The weeks of a month, each of seven; days of other months are null. */
export function weeksOf(month: string, firstWeekday: number): (string | null)[][] {
  const first = `${month.slice(0, 7)}-01`;
  const days = datesFrom(first, after(monthAfter(first, 1), -1));
  const before = (weekdayOf(first) - firstWeekday + 7) % 7;
  const cells = [...Array<null>(before).fill(null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** A first and a last day as they are being chosen: the last one may be open. */
export interface Range {
  from: string;
  to: string | null;
}

/** What a press on a day makes of a range: it begins one, or ends the one that was begun. */
export function pressed(range: Range, date: string, most: number): Range {
  const ends = range.to === null && date >= range.from && lengthOf(range.from, date) <= most;
  return ends ? { from: range.from, to: date } : { from: date, to: null };
}
