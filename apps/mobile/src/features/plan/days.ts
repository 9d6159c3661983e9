import type { Day, Stop } from '@/api/types';

const dayMs = 24 * 60 * 60 * 1000;

/** How many days a trip from one date to another has, both counted. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
}

/** The day to show first: today's while the trip lasts, else the first. */
export function openingDay(days: readonly Pick<Day, 'date'>[], today: string): number {
  return Math.max(
    0,
    days.findIndex((day) => day.date === today),
  );
}

/** The minutes from one local time to another; an earlier one is the next day's. */
export function minutesBetween(from: string, to: string): number {
  const minutes = minutesOf(to) - minutesOf(from);
  return minutes < 0 ? minutes + 24 * 60 : minutes;
}

/** The minutes since midnight of a local time. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export function timeOf(minutes: number): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  const day = 24 * 60;
  const within = ((minutes % day) + day) % day;
  return `${pad(Math.floor(within / 60))}:${pad(within % 60)}`;
}

/** Korea's clocks, which the times of a plan are told by: nine hours ahead of UTC, all year round. */
const koreaMs = 9 * 60 * 60 * 1000;

/** The date and the minutes since midnight where the trip is. */
export function clockThere(now: number): { date: string; minutes: number } {
  const there = new Date(now + koreaMs).toISOString();
  return { date: there.slice(0, 10), minutes: minutesOf(there.slice(11, 16)) };
}

/** Today's date where trips are. */
export function today(): string {
  return clockThere(Date.now()).date;
}

export type Moment =
  | { is: 'stop'; stop: Stop; number: number }
  | { is: 'free'; kind: 'lunch' | 'dinner'; from: string; to: string };

/** A day's stops and free hours in the order in which they are lived. */
export function momentsOf(day: Pick<Day, 'stops' | 'freeHours'>): Moment[] {
  const free = (day.freeHours ?? []).map((hours) => ({ is: 'free', ...hours }) as const);
  const moments: Moment[] = [];
  day.stops.forEach((stop, index) => {
    // Stops keep their order, also those after midnight, whose times are smaller again.
    while (free[0] && free[0].from <= stop.arrive) moments.push(...free.splice(0, 1));
    moments.push({ is: 'stop', stop, number: index + 1 });
  });
  return [...moments, ...free];
}
