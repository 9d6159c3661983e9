import type { PlanSummary } from '@/api/types';
import { type Spot, spread } from '@/platform/files';

type Trip = Pick<PlanSummary, 'id' | 'startDate' | 'endDate'>;

const mostOffered = 5;
const recentDays = 30;
const dayMs = 24 * 60 * 60 * 1000;
/** The night after the last day still belongs to it. */
const nightMs = 4 * 60 * 60 * 1000;
/** A park or a market is as wide as that, and a street of shops no wider. */
const nearMetres = 400;

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

/** From when to when its photos were taken: whole days where the trip is, in Korea, the last with its night. */
export function timeOf({ startDate, endDate }: Trip): { from: Date; to: Date } {
  const there = (date: string) => Date.parse(`${date}T00:00:00+09:00`);
  return { from: new Date(there(startDate)), to: new Date(there(endDate) + dayMs + nightMs) };
}

export interface ByPlace<T> {
  near: T[];
  /** At none of the stops, or nowhere that they tell. */
  elsewhere: T[];
  unread: T[];
}

/**
 * Which of these were taken at one of the stops; the order stays.
 *
 * @param spotOf null for what does not know its place, undefined for what could not be read
 */
export function byPlace<T>(
  all: readonly T[],
  spotOf: (one: T) => Spot | null | undefined,
  stops: readonly { position: Spot }[],
): ByPlace<T> {
  const groups: ByPlace<T> = { near: [], elsewhere: [], unread: [] };
  for (const one of all) {
    const spot = spotOf(one);
    const isNear = spot && stops.some(({ position }) => metresBetween(spot, position) <= nearMetres);
    groups[spot === undefined ? 'unread' : isNear ? 'near' : 'elsewhere'].push(one);
  }
  return groups;
}

/** On so small a part of the earth as flat as it looks. */
function metresBetween(one: Spot, other: Spot): number {
  const degree = 111_195;
  const north = (one.lat - other.lat) * degree;
  const east = (one.lng - other.lng) * degree * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

/** As many of these as there is room for: those of the places first, then of the others, each from all over the trip. */
export function proposed<T>({ near, elsewhere, unread }: ByPlace<T>, room: number): T[] {
  const first = spread(near, room);
  const second = spread(elsewhere, room - first.length);
  return [...first, ...second, ...spread(unread, room - first.length - second.length)];
}
