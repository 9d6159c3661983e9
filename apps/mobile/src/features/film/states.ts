import type { Video } from '@/api/types';

export function isOpen({ status }: Pick<Video, 'status'>): boolean {
  return status === 'PENDING' || status === 'PROCESSING';
}

/**
 * How long to wait before asking again how far a film is: it is watched closely while it is young, as most are done
 * within a minute, and less and less after that. False when there is nothing more to come.
 */
export function pace(film: Pick<Video, 'status' | 'createdAt'> | undefined, now: number): number | false {
  if (!film || !isOpen(film)) return false;
  const age = now - Date.parse(film.createdAt);
  if (age < 60_000) return 1500;
  return age < 5 * 60_000 ? 4000 : 15_000;
}

/** Why a photo is not in a film. */
export const leftOutReasons = [
  'unreadable',
  'unsupported_type',
  'too_small',
  'changed_after_acceptance',
  'duplicate',
  'blurred',
  'too_many_for_length',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** Why there is no film. */
export const failureCodes = [
  'too_few_photos',
  'encoder_failed',
  'output_refused',
  'photo_lost',
  'too_slow',
  'worker_lost',
  'internal_error',
  'music_unreadable',
  'music_unsupported_type',
  'music_too_short',
  'music_changed_after_acceptance',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** Failures that the same photos, music and length would come to again. */
const lasting = new Set<FailureCode | null>([
  'too_few_photos',
  'too_slow',
  'music_unreadable',
  'music_unsupported_type',
  'music_too_short',
]);

/** Whether it may come out if nothing of it is changed; of what is new nobody knows, so it may. */
export function mayComeOut(code: FailureCode | null): boolean {
  return !lasting.has(code);
}

/** A code that has words of its own, or null: the API may come to have more of them. */
export function known<T extends string>(codes: readonly T[], code: string | undefined): T | null {
  return codes.find((one) => one === code) ?? null;
}

export interface Report {
  used: Video['photos'];
  leftOut: { reason: LeftOutReason | null; photos: Video['photos'] }[];
}

/** What became of the photos: those in the film, and the others by reason, in the order of `leftOutReasons`. */
export function reportOn(photos: Video['photos']): Report {
  const out = photos.filter(({ used }) => !used);
  return {
    used: photos.filter(({ used }) => used),
    leftOut: [...leftOutReasons, null]
      .map((reason) => ({
        reason,
        photos: out.filter((photo) => known(leftOutReasons, photo.reason) === reason),
      }))
      .filter((group) => group.photos.length > 0),
  };
}

export interface StopGroup<Stop> {
  stop: Stop | null;
  photos: Video['photos'];
}

/** Photos of a film by the stop where each was taken, as the trip goes; those of nowhere in particular come last. */
export function byStop<Stop extends { id: string }>(
  photos: Video['photos'],
  stops: readonly Stop[],
): StopGroup<Stop>[] {
  const known = new Set(stops.map(({ id }) => id));
  return [
    ...stops.map((stop) => ({
      stop,
      photos: photos.filter(({ matchedStopId }) => matchedStopId === stop.id),
    })),
    {
      stop: null,
      photos: photos.filter(({ matchedStopId }) => matchedStopId === undefined || !known.has(matchedStopId)),
    },
  ].filter((group) => group.photos.length > 0);
}

/** The stops that photos were matched to, in the order of the photos: all there is before the trip is read. */
export function matchedStops(photos: Video['photos']): { id: string }[] {
  const ids = photos.flatMap(({ matchedStopId }) => matchedStopId ?? []);
  return [...new Set(ids)].map((id) => ({ id }));
}
