import { type Chosen, type Spot, spread } from '@/platform/files';
import type { Proposal, Proposals } from '@/platform/photos';

/** The photos of a device that there is not: what the traveller chooses is laid out before. */
export const library = {
  /** Handed out by the next choice. */
  chosen: [] as Chosen<string>[],
  proposals: [] as Proposal[],
  music: null as Chosen<string> | null,
  allowed: true,
  /** Whether asking it comes to nothing. */
  failing: false,
  spots: new Map<string, Spot>(),
  /** Photos whose place cannot be read. */
  unreadable: new Set<string>(),
};

/** A photo as a device has it. */
export function photo(number: number, more: Partial<Chosen<string>> = {}): Chosen<string> {
  return {
    kind: 'photo',
    name: `IMG_${number}.jpg`,
    contentType: 'image/jpeg',
    bytes: 1000,
    fingerprint: `asset-${number}`,
    source: 'x'.repeat(1000),
    ...more,
  };
}

export function photos(count: number): Chosen<string>[] {
  return Array.from({ length: count }, (_, index) => photo(index + 1));
}

export const hasLibrary = true;

export async function choosePhotos(): Promise<Chosen<string>[]> {
  if (library.failing) throw new Error('the library does not answer');
  return library.chosen;
}

export async function chooseMusic(): Promise<Chosen<string> | null> {
  return library.music;
}

export async function askForLibrary(): Promise<boolean> {
  return library.allowed;
}

export async function photosBetween(from: Date, to: Date, most: number): Promise<Proposals> {
  if (library.failing) throw new Error('the library does not answer');
  const found = library.proposals.filter(
    ({ takenAt }) => from <= new Date(takenAt) && new Date(takenAt) < to,
  );
  return { all: found.length, photos: spread(found, most) };
}

export async function takeProposed(proposals: readonly Proposal[]): Promise<Chosen<string>[]> {
  return proposals.map(({ asset, takenAt }, index) =>
    photo(index, { name: `${asset}.jpg`, fingerprint: asset, asset, takenAt }),
  );
}

export async function spotOf(asset: string): Promise<Spot | null> {
  if (library.unreadable.has(asset)) throw new Error('the file is not here');
  return library.spots.get(asset) ?? null;
}
