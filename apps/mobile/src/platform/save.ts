import { Directory, File, Paths } from 'expo-file-system';
import { Asset, requestPermissionsAsync } from 'expo-media-library';
import { isAvailableAsync, shareAsync } from 'expo-sharing';

/** What has become of a film that was to be saved. */
export type Saved = 'inGallery' | 'asFile' | 'notAllowed';

/** Saves a film among the photos of this device. */
export async function saveFilm(url: string, name: string): Promise<Saved> {
  // Adding needs less than looking: the library stays closed to the app.
  if (!(await requestPermissionsAsync(true)).granted) return 'notAllowed';
  const film = await fetched(url, name);
  try {
    await Asset.create(film.uri);
    return 'inGallery';
  } finally {
    film.delete();
  }
}

export async function canShareFilm(): Promise<boolean> {
  return isAvailableAsync();
}

/** Hands a film to the system's share sheet. */
export async function shareFilm(url: string, name: string): Promise<void> {
  const film = await fetched(url, name);
  await shareAsync(film.uri, { mimeType: 'video/mp4', UTI: 'public.mpeg-4', dialogTitle: name });
}

async function fetched(url: string, name: string): Promise<File> {
  const folder = new Directory(Paths.cache, 'shared');
  if (!folder.exists) folder.create({ intermediates: true });
  return File.downloadFileAsync(url, new File(folder, `${name}.mp4`), { idempotent: true });
}
