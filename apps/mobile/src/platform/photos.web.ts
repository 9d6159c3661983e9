import type { Chosen, Spot } from './files';
import type { Proposal, Proposals } from './photos';

/** A file that the page was handed. */
export type Source = File;

/** A page sees only the files that it is handed. */
export const hasLibrary = false;

/** Named one by one, so that browsers on iPhones hand over the original instead of a copy in JPEG. */
const photoTypes =
  'image/jpeg,image/png,image/webp,image/heic,image/heif,image/avif,.jpg,.jpeg,.png,.webp,.heic,.heif,.avif';
const musicTypes = 'audio/*,.mp3,.m4a,.aac,.ogg,.flac,.wav';

/** Has the traveller choose photos. Their bytes are not looked at here. */
export async function choosePhotos(_most: number): Promise<Chosen<Source>[]> {
  return (await choose(photoTypes, true)).map((file) => facts('photo', file));
}

export async function chooseMusic(): Promise<Chosen<Source> | null> {
  const [file] = await choose(musicTypes, false);
  return file ? facts('music', file) : null;
}

export async function askForLibrary(): Promise<boolean> {
  return false;
}

export async function photosBetween(_from: Date, _to: Date, _most: number): Promise<Proposals> {
  return { all: 0, photos: [] };
}

export async function takeProposed(_proposals: readonly Proposal[]): Promise<Chosen<Source>[]> {
  return [];
}

export async function spotOf(_asset: string): Promise<Spot | null> {
  return null;
}

function choose(accept: string, multiple: boolean): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = multiple;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(Array.from(input.files ?? [])));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

function facts(kind: 'photo' | 'music', file: File): Chosen<Source> {
  return {
    kind,
    name: file.name,
    contentType: file.type,
    bytes: file.size,
    fingerprint: `${file.name} ${file.size} ${file.lastModified}`,
    source: file,
  };
}
