import type { PushState } from './push';

/** Pages are not pushed to: the list tells. */
export const canPush = false;

export async function pushState(): Promise<PushState> {
  return 'denied';
}

export async function askForPush(): Promise<PushState> {
  return 'denied';
}

export async function pushAddress(): Promise<{ platform: 'ios' | 'android'; pushToken: string } | null> {
  return null;
}

export async function stopPushes(): Promise<void> {}

export async function deviceId(): Promise<string> {
  return 'page';
}

export function onPushOpened(_listener: (data: Record<string, unknown>) => void): () => void {
  return () => undefined;
}
