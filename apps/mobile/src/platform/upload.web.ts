import { type Permission, type SendOptions, type Sent, sentBy } from './files';

/** A file in the browser's own store, so that a page that was closed can go on with it. */
interface Row {
  id: string;
  /** Null once they have arrived. */
  blob: Blob | null;
  /** Small, to be drawn; null where the browser cannot read such pictures. */
  picture: Blob | null;
  at: number;
}

const dayMs = 24 * 60 * 60 * 1000;
/** A connection through which nothing has come or gone for so long is taken for broken. */
const silenceMs = 60_000;
const pictureWidth = 480;

/** What the browser has no room to keep is at hand until the page is closed. */
const inMemory = new Map<string, Row>();
const addresses = new Map<string, string>();

export async function keep(id: string, source: File): Promise<boolean> {
  const row: Row = { id, blob: source, picture: await smallPicture(source), at: Date.now() };
  try {
    await inStore('readwrite', (files) => files.put(row));
    return true;
  } catch {
    inMemory.set(id, row);
    return false;
  }
}

export async function pictureOf(id: string): Promise<string | null> {
  const known = addresses.get(id);
  if (known) return known;
  const picture = (await find(id))?.picture;
  if (!picture) return null;
  const address = URL.createObjectURL(picture);
  addresses.set(id, address);
  return address;
}

export async function rest(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const row = await find(id);
    if (!row) continue;
    const resting = { ...row, blob: null };
    if (inMemory.has(id)) inMemory.set(id, resting);
    else await inStore('readwrite', (files) => files.put(resting));
  }
}

export async function letGo(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const address = addresses.get(id);
    if (address) URL.revokeObjectURL(address);
    addresses.delete(id);
    inMemory.delete(id);
    await inStore('readwrite', (files) => files.delete(id));
  }
}

export async function keepOnly(ids: ReadonlySet<string>): Promise<void> {
  const rows = (await inStore('readonly', (files) => files.getAll())) as Row[];
  // Another page may have kept a file just now, and not yet written down what for.
  const old = rows.filter(({ id, at }) => !ids.has(id) && at < Date.now() - dayMs);
  await letGo(old.map(({ id }) => id));
}

export async function send(
  id: string,
  permission: Permission,
  { onProgress, signal }: SendOptions,
): Promise<Sent> {
  const blob = (await find(id))?.blob;
  if (!blob) return 'lost';
  // fetch tells nothing of what has left; this does.
  const request = new XMLHttpRequest();
  let silence: ReturnType<typeof setTimeout>;
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(() => request.abort(), silenceMs);
  };
  return new Promise<Sent>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => {
      heard();
      onProgress(total > 0 ? loaded / total : 0);
    };
    request.onload = () => resolve(sentBy(request.status));
    request.onerror = () => resolve('brokenOff');
    request.onabort = () => resolve('brokenOff');
    signal.addEventListener('abort', () => request.abort());
    request.open(permission.method, permission.url);
    for (const [name, value] of Object.entries(permission.headers)) {
      // The browser says these itself, and lets nobody else say them.
      if (!/^(content-length|host)$/i.test(name)) request.setRequestHeader(name, value);
    }
    heard();
    request.send(blob);
  }).finally(() => clearTimeout(silence));
}

/** Several pages of one browser share what is to be sent; the first that holds the lock sends it. */
export function alone(name: string, signal: AbortSignal, run: () => void): void {
  if (!('locks' in navigator)) {
    // Only pages of a secure context have locks.
    run();
    return;
  }
  const held = () =>
    new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve());
      run();
    });
  navigator.locks.request(name, { signal }, held).catch(() => undefined);
}

export function onChangedElsewhere(listener: (row: string) => void): () => void {
  const heard = ({ key }: StorageEvent) => {
    if (key !== null) listener(key);
  };
  window.addEventListener('storage', heard);
  return () => window.removeEventListener('storage', heard);
}

async function find(id: string): Promise<Row | undefined> {
  return inMemory.get(id) ?? ((await inStore('readonly', (files) => files.get(id))) as Row | undefined);
}

/** Does one thing with the store, and waits until it is done for good. */
async function inStore(
  mode: IDBTransactionMode,
  what: (files: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const store = await opened();
  const transaction = store.transaction('files', mode);
  const request = what(transaction.objectStore('files'));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error ?? new Error('the store has failed'));
    transaction.onabort = () => reject(transaction.error ?? new Error('the store has given up'));
  });
}

let opening: Promise<IDBDatabase> | null = null;

function opened(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('oddiya.films', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('files', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('there is no store'));
  }).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** Sixty photos of a phone at their full size would not fit into the memory of a page. */
async function smallPicture(file: File): Promise<Blob | null> {
  if (!file.type.startsWith('image/')) return null;
  try {
    const drawn = await createImageBitmap(file, { resizeWidth: pictureWidth, resizeQuality: 'medium' });
    const canvas = document.createElement('canvas');
    canvas.width = drawn.width;
    canvas.height = drawn.height;
    canvas.getContext('2d')?.drawImage(drawn, 0, 0);
    drawn.close();
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
  } catch {
    // HEIC, in most browsers: the server reads it all the same.
    return null;
  }
}
