import type { PlanSummary } from '@/api/types';

type Trip = Pick<PlanSummary, 'id' | 'startDate' | 'endDate'>;

const mostOffered = 5;
const recentDays = 30;
const dayMs = 24 * 60 * 60 * 1000;

/** The trips that there may be photos of: those that have begun, the latest first, and the chosen one in any case. */
export function tripsToFilm<T extends Trip>(trips: readonly T[], chosen: string | null, today: string): T[] {
  const begun = trips
    .filter(({ startDate }) => startDate <= today)
    .sort((one, other) => other.startDate.localeCompare(one.startDate))
    .slice(0, mostOffered);
  const extra = trips.find(({ id }) => id === chosen);
  return extra && !begun.includes(extra) ? [extra, ...begun] : begun;
}

/** The trip that a film is most likely of: the latest that is on, or was over not long ago. */
export function likelyTrip<T extends Trip>(trips: readonly T[], today: string): T | null {
  const [latest] = tripsToFilm(trips, null, today);
  if (!latest) return null;
  return Date.parse(today) - Date.parse(latest.endDate) <= recentDays * dayMs ? latest : null;
}

/** From when to when its photos were taken: whole days where the traveller is now, the last with its night. */
export function timeOf({ startDate, endDate }: Trip): { from: Date; to: Date } {
  const local = (date: string, days: number) => {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    return new Date(year, month - 1, day + days, days > 0 ? 4 : 0);
  };
  return { from: local(startDate, 0), to: local(endDate, 1) };
}

/** At most `most` of these, from all over their time rather than from its beginning. */
export function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]).flatMap(
    (one) => (one === undefined ? [] : [one]),
  );
}
