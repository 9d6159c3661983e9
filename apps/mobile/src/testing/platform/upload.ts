import { type Permission, type SendOptions, type Sent, sentBy } from '@/platform/files';

/** The files that a device keeps, and its way to the store. A test of a restart leaves them as they are. */
export const device = {
  kept: new Map<string, string>(),
  resting: new Set<string>(),
  transport: null as ((request: Request) => Promise<Response>) | null,
  /** What happens while a file is half there; what it answers instead of the store, if it does. */
  halfway: null as ((id: string) => Promise<Sent | void>) | null,
  /** Addresses that files were sent to, in order. */
  sentTo: [] as string[],
};

export function resetDevice(): void {
  device.kept.clear();
  device.resting.clear();
  device.transport = null;
  device.halfway = null;
  device.sentTo = [];
}

export async function keep(id: string, source: string): Promise<boolean> {
  device.kept.set(id, source);
  return true;
}

export async function pictureOf(id: string): Promise<string | null> {
  return device.kept.has(id) ? `file:///${id}` : null;
}

export async function rest(ids: readonly string[]): Promise<void> {
  ids.forEach((id) => device.resting.add(id));
}

export async function letGo(ids: readonly string[]): Promise<void> {
  ids.forEach((id) => device.kept.delete(id));
}

export async function keepOnly(ids: ReadonlySet<string>): Promise<void> {
  for (const id of device.kept.keys()) if (!ids.has(id)) device.kept.delete(id);
}

export async function send(
  id: string,
  { method, url, headers }: Permission,
  { onProgress, signal }: SendOptions,
): Promise<Sent> {
  const bytes = device.kept.get(id);
  if (bytes === undefined || !device.transport) return 'lost';
  onProgress(0.5);
  const instead = await device.halfway?.(id);
  if (instead) return instead;
  if (signal.aborted) return 'brokenOff';
  try {
    device.sentTo.push(url);
    const { status } = await device.transport(new Request(url, { method, headers, body: bytes }));
    onProgress(1);
    return sentBy(status);
  } catch {
    return 'brokenOff';
  }
}

export function alone(_name: string, _signal: AbortSignal, run: () => void): void {
  run();
}

export function onChangedElsewhere(): () => void {
  return () => undefined;
}
