import type { PushState } from '@/platform/push';

/** A device that can be pushed to, as far as its owner lets it. */
export const pushes = { state: 'unasked' as PushState, answer: 'granted' as PushState, stopped: 0 };

export const canPush = true;

export async function pushState(): Promise<PushState> {
  return pushes.state;
}

export async function askForPush(): Promise<PushState> {
  pushes.state = pushes.answer;
  return pushes.state;
}

export async function pushAddress() {
  return { platform: 'ios', pushToken: 'push-token' } as const;
}

export async function stopPushes(): Promise<void> {
  pushes.stopped += 1;
}

export async function deviceId(): Promise<string> {
  return 'this-device';
}

export function onPushOpened(): () => void {
  return () => undefined;
}
