import type { Video } from '@/api/types';
import type { KeptFile } from '@/platform/files';
import type { Order } from './order';
import type { Draft, MusicWish } from './wish';

/** What was wished for with an order: with all that has been sent for it, without what is lost or was turned away. */
export function draftOf({ draft, parcels }: Order): Draft {
  const files = parcels.flatMap(({ file: { fileUrl: _before, ...file }, passage }): KeptFile[] => {
    if (passage.is === 'lost' || passage.is === 'unwanted') return [];
    return [passage.is === 'arrived' ? { ...file, fileUrl: passage.fileUrl } : file];
  });
  const ownMusic = files.find(({ kind }) => kind === 'music') ?? null;
  return {
    ...draft,
    photos: files.filter(({ kind }) => kind === 'photo'),
    ownMusic,
    music: draft.music.is === 'own' && !ownMusic ? { is: 'template' } : draft.music,
  };
}

/**
 * The wish for the same film once more, of what was sent for it: the API keeps that for as long as the film is not deleted.
 *
 * @param names of a photo, by its number, and of music that this device has not got
 * @returns null where its photos are not known: it was asked for elsewhere, and ended before all of them had been looked at,
 *   when the API tells the refused ones alone
 */
export function wishAgain(
  film: Video,
  orders: readonly Order[],
  names: { photo: (number: number) => string; music: string },
): Draft | null {
  const order = orders.find(({ stage }) => stage.is === 'ordered' && stage.jobId === film.jobId);
  if (order) return draftOf(order);
  if (!film.photos.some(({ used }) => used)) return null;
  const { template, aspect, seconds, keepAll, title = '', planId = null } = film;
  return {
    planId,
    planChosen: true,
    photos: film.photos.map(({ photoUrl }, index) => fileThere('photo', photoUrl, names.photo(index + 1))),
    template,
    aspect,
    seconds,
    ...musicOf(film, names.music),
    title,
    keepAll,
    spots: false,
  };
}

function musicOf({ music }: Video, name: string): { music: MusicWish; ownMusic: KeptFile | null } {
  if (music === 'none') return { music: { is: 'none' }, ownMusic: null };
  if (!music.includes(':')) return { music: { is: 'track', id: music }, ownMusic: null };
  return { music: { is: 'own' }, ownMusic: fileThere('music', music, name) };
}

function fileThere(kind: KeptFile['kind'], fileUrl: string, name: string): KeptFile {
  const unknown = { contentType: '', bytes: 0 };
  return { kind, id: idIn(fileUrl), name, ...unknown, fingerprint: fileUrl, fileUrl, onlyThere: true };
}

function idIn(fileUrl: string): string {
  return fileUrl.slice(fileUrl.lastIndexOf('/') + 1);
}
