import type { Video } from '@/api/types';

/** Addresses of the store work for an hour; one that is about to end is not begun with. */
const usualMs = 50 * 60 * 1000;
const marginMs = 5 * 60 * 1000;

/**
 * A film as it was just read, with the addresses that were known before where they lead to the same files and still
 * work. The API signs them anew with each answer; a player that was given another address would begin again.
 *
 * @param before as it was known, and since when
 */
export function steady(film: Video, before: { film: Video; at: number } | undefined, now: number): Video {
  if (!before) return film;
  const hold = (name: 'videoUrl' | 'posterUrl' | 'previewUrl') => {
    const [known, told] = [before.film[name], film[name]];
    if (known === undefined || told === undefined || !isSameFile(known, told)) return {};
    return worksUntil(known, before.at) - marginMs > now ? { [name]: known } : {};
  };
  return { ...film, ...hold('videoUrl'), ...hold('posterUrl'), ...hold('previewUrl') };
}

function isSameFile(one: string, other: string): boolean {
  return one.split('?')[0] === other.split('?')[0];
}

/** Until when an address works: it says so itself where it is signed as AWS does it (Signature Version 4). */
export function worksUntil(address: string, readAt: number): number {
  const query = new URLSearchParams(address.split('?')[1] ?? '');
  const date = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(query.get('X-Amz-Date') ?? '');
  const seconds = Number(query.get('X-Amz-Expires'));
  if (!date || !seconds) return readAt + usualMs;
  const [year, month, day, hour, minute, second] = date.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second) + seconds * 1000;
}
