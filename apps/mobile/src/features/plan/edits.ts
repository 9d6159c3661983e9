import type { EditedStop, Place, Stop } from '@/api/types';
import { minutesBetween } from './days';

/**
 * A change of a day as the traveller means it, so that it can be made once more where the day has become another in
 * the meantime.
 */
export type Edit =
  | { do: 'move'; id: string; to: number }
  /** One place earlier or later than where it is by then: pressed twice in haste, it goes two places. */
  | { do: 'step'; id: string; by: 1 | -1 }
  | { do: 'remove'; id: string }
  | { do: 'lock'; id: string; locked: boolean }
  | { do: 'stay'; id: string; minutes: number }
  | { do: 'add'; place: Place }
  /** The day as it was before; a stop that has left it in the meantime comes back as a new one. */
  | { do: 'restore'; stops: readonly Stop[] };

/** How long somebody may stay, in minutes, as the API has it. */
export const stay = { least: 5, most: 720, step: 15 } as const;

/**
 * The stops to put in place of a day's. What lies before the first difference keeps its time; from there on the day is
 * timed anew.
 *
 * @return null when the edit is about a stop that is not of this day any more
 */
export function editedStops(stops: readonly Stop[], edit: Edit): EditedStop[] | null {
  if (edit.do === 'restore') {
    const here = new Set(stops.map(({ id }) => id));
    return edit.stops.map((stop) => (here.has(stop.id) ? asItIs(stop) : withoutId(asItIs(stop))));
  }
  if (edit.do === 'add') return [...stops.map(asItIs), { placeId: edit.place.placeId }];
  const at = stops.findIndex(({ id }) => id === edit.id);
  if (at < 0) return null;
  switch (edit.do) {
    case 'lock':
      return stops.map((stop, index) =>
        index === at ? { ...asItIs(stop), locked: edit.locked } : asItIs(stop),
      );
    case 'stay':
      return stops.map((stop, index) =>
        index < at
          ? asItIs(stop)
          : index === at
            ? { ...asItIs(stop), minutes: edit.minutes }
            : whenever(stop),
      );
    case 'remove':
    case 'step':
    case 'move': {
      const changed = preview(stops, edit);
      const first = changed.findIndex((stop, index) => stop !== stops[index]);
      return changed.map((stop, index) => (first < 0 || index < first ? asItIs(stop) : whenever(stop)));
    }
  }
}

/** The day as it looks while an edit of it is under way; times are those of before. */
export function preview(stops: readonly Stop[], edit: Edit): readonly Stop[] {
  switch (edit.do) {
    case 'move':
      return moved(stops, edit.id, edit.to);
    case 'step': {
      const to = stops.findIndex(({ id }) => id === edit.id) + edit.by;
      return moved(stops, edit.id, Math.min(Math.max(to, 0), stops.length - 1));
    }
    case 'remove':
      return stops.filter(({ id }) => id !== edit.id);
    case 'lock':
      return stops.map((stop) => (stop.id === edit.id ? { ...stop, locked: edit.locked } : stop));
    case 'restore':
      return edit.stops;
    case 'stay':
    case 'add':
      return stops;
  }
}

function moved(stops: readonly Stop[], id: string, to: number): readonly Stop[] {
  const stop = stops.find((one) => one.id === id);
  if (!stop) return stops;
  const rest = stops.filter((one) => one !== stop);
  return [...rest.slice(0, to), stop, ...rest.slice(to)];
}

/** What the edit is about, in a word for those who read of it. */
export function subjectOf(stops: readonly Stop[], edit: Edit): string {
  if (edit.do === 'add') return edit.place.name;
  if (edit.do === 'restore') return '';
  return stops.find(({ id }) => id === edit.id)?.name ?? '';
}

function asItIs(stop: Stop): EditedStop {
  return {
    id: stop.id,
    placeId: stop.placeId,
    arrive: stop.arrive,
    minutes: minutesBetween(stop.arrive, stop.depart),
    activity: stop.activity,
    locked: stop.locked,
  };
}

/** A locked stop of which nothing else is said keeps its time. */
function whenever({ id, placeId }: Stop): EditedStop {
  return { id, placeId };
}

function withoutId({ id: _id, ...stop }: EditedStop): EditedStop {
  return stop;
}
