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

/** Today's date where the traveller is. */
export function today(now = new Date()): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
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
