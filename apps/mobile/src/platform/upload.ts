import { Directory, File, Paths } from 'expo-file-system';

import { type Permission, type SendOptions, type Sent, sentBy } from './files';

/** Until they have been sent files lie where the system does not tidy up; after that where it may. */
const waiting = () => folder(new Directory(Paths.document, 'films'));
const sent = () => folder(new Directory(Paths.cache, 'films'));

function folder(directory: Directory): Directory {
  if (!directory.exists) directory.create({ intermediates: true });
  return directory;
}

/**
 * Keeps the bytes of a file that was chosen, under `id`.
 *
 * @returns whether they outlive this run of the app
 */
export async function keep(id: string, source: string): Promise<boolean> {
  await new File(source).copy(new File(waiting(), id), { overwrite: true });
  return true;
}

/** An address at which the picture of a kept file can be drawn from. */
export async function pictureOf(id: string): Promise<string | null> {
  return find(id)?.uri ?? null;
}

function find(id: string): File | undefined {
  return [new File(waiting(), id), new File(sent(), id)].find(({ exists }) => exists);
}

/** The bytes of these have arrived; only their pictures are of use from now on. */
export async function rest(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const file = new File(waiting(), id);
    if (file.exists) await file.move(new File(sent(), id), { overwrite: true });
  }
}

export async function letGo(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    for (const file of [new File(waiting(), id), new File(sent(), id)]) {
      if (file.exists) file.delete();
    }
  }
}

/** Lets go of all files but these: what earlier runs have left behind. */
export async function keepOnly(ids: ReadonlySet<string>): Promise<void> {
  for (const file of [...waiting().list(), ...sent().list()]) {
    if (file instanceof File && !ids.has(file.name)) file.delete();
  }
}

/** Sends a kept file, as it is, by a permission. Goes on while the app is in the background, as far as it may. */
export async function send(
  id: string,
  { method, url, headers }: Permission,
  { onProgress, signal }: SendOptions,
): Promise<Sent> {
  const file = find(id);
  if (!file) return 'lost';
  try {
    const { status } = await file.upload(url, {
      httpMethod: method === 'POST' ? 'POST' : 'PUT',
      headers,
      onProgress: ({ bytesSent, totalBytes }) => onProgress(totalBytes > 0 ? bytesSent / totalBytes : 0),
      signal,
    });
    return sentBy(status);
  } catch {
    // No answer, or called off; whoever called it off does not listen any more.
    return 'brokenOff';
  }
}

/** Runs `run` for as long as nobody else on this device does the same. An app is alone. */
export function alone(_name: string, _signal: AbortSignal, run: () => void): void {
  run();
}

/** Calls `listener` with the names of rows that another page of this app has changed. */
export function onChangedElsewhere(_listener: (row: string) => void): () => void {
  return () => undefined;
}
