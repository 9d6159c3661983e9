import { File, Paths } from 'expo-file-system';
import { isAvailableAsync, shareAsync } from 'expo-sharing';
import { Share } from 'react-native';

/** What became of it: `copied` where there is no sheet to share by, `left` where it was left again. */
export type Shared = 'shared' | 'copied' | 'saved' | 'left';

export interface HandedFile {
  /** With its ending, by which it is known what it is. */
  name: string;
  type: string;
  content: string | Uint8Array<ArrayBuffer>;
}

/** Offers a link to other apps, by the system's sheet. */
export async function shareLink({ url, title }: { url: string; title: string }): Promise<Shared> {
  const { action } = await Share.share({ message: `${title}\n${url}`, title });
  return action === Share.dismissedAction ? 'left' : 'shared';
}

/** Offers a file to other apps: a calendar to the calendar, a track to maps. */
export async function shareFile({ name, type, content }: HandedFile): Promise<Shared> {
  const file = new File(Paths.cache, name);
  file.create({ overwrite: true });
  file.write(content);
  if (!(await isAvailableAsync())) return 'left';
  await shareAsync(file.uri, { mimeType: type });
  return 'shared';
}
