import type { Chosen, FileFacts, KeptFile } from '@/platform/files';

/** As the API has them. */
export const fewestPhotos = 2;
export const mostPhotos = 60;
const mostBytes = 50_000_000;

const types: Record<FileFacts['kind'], Record<string, string>> = {
  photo: {
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    png: 'image/png',
    webp: 'image/webp',
    heic: 'image/heic',
    heif: 'image/heif',
    avif: 'image/avif',
  },
  music: {
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    mp4: 'audio/mp4',
    aac: 'audio/aac',
    ogg: 'audio/ogg',
    oga: 'audio/ogg',
    flac: 'audio/flac',
    wav: 'audio/wav',
  },
};

/** Other names that browsers and phones have for the same. */
const aliases: Record<string, string> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'audio/mp3': 'audio/mpeg',
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-flac': 'audio/flac',
  'audio/x-aac': 'audio/aac',
  'audio/vorbis': 'audio/ogg',
  'application/ogg': 'audio/ogg',
};

/** The media type by which a file is sent, or null if films are not made of such. */
export function typeOf({ kind, name, contentType }: Pick<FileFacts, 'kind' | 'name' | 'contentType'>) {
  const told = contentType.toLowerCase().split(';')[0]?.trim() ?? '';
  const type = aliases[told] ?? told;
  if (Object.values(types[kind]).includes(type)) return type;
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return types[kind][ending] ?? null;
}

/** Why a file that was chosen is not taken. */
export type Unfit = 'type' | 'size' | 'empty' | 'again' | 'tooMany' | 'unkept';

export interface Sorted<Source> {
  taken: Chosen<Source>[];
  unfit: { name: string; why: Unfit }[];
}

/** What of the files that were chosen can be taken beside those that already were. */
export function sortOut<Source>(
  chosen: readonly Chosen<Source>[],
  before: readonly Pick<KeptFile, 'fingerprint'>[],
): Sorted<Source> {
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const sorted: Sorted<Source> = { taken: [], unfit: [] };
  for (const file of chosen) {
    const contentType = typeOf(file);
    const why = contentType === null ? 'type' : whyNot(file, known, before.length + sorted.taken.length);
    if (why !== null || contentType === null) {
      sorted.unfit.push({ name: file.name, why: why ?? 'type' });
    } else {
      known.add(file.fingerprint);
      sorted.taken.push({ ...file, contentType });
    }
  }
  return sorted;
}

function whyNot(file: FileFacts, known: ReadonlySet<string>, count: number): Unfit | null {
  if (file.bytes === 0) return 'empty';
  if (file.bytes > mostBytes) return 'size';
  if (known.has(file.fingerprint)) return 'again';
  return file.kind === 'photo' && count >= mostPhotos ? 'tooMany' : null;
}
