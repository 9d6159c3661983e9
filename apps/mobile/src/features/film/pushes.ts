import AsyncStorage from '@react-native-async-storage/async-storage';
import { useRouter } from 'expo-router';
import { useEffect } from 'react';

import { apiAddress } from '@/api/address';
import type { Fetch } from '@/api/authorized';
import { type Api, dataOf, useApi } from '@/api/client';
import { canPush, deviceId, onPushOpened, pushAddress, pushState } from '@/platform/push';

const registeredKey = 'oddiya.push.registered';
const leavingMs = 3000;

/** Tells the API where pushes for this device go to. Addresses change at times, so it is told anew with each start. */
export async function registerForPush(api: Api): Promise<void> {
  const address = await pushAddress();
  if (!address) return;
  await dataOf(
    api.PUT('/api/v1/users/me/devices/{deviceId}', {
      params: { path: { deviceId: await deviceId() } },
      body: address,
    }),
  );
  await AsyncStorage.setItem(registeredKey, 'yes');
}

/** Before somebody signs out: what is theirs is not to appear here any more. Signing out does not wait for it long. */
export async function unregisterFromPush(send: Fetch): Promise<void> {
  if (!canPush || (await AsyncStorage.getItem(registeredKey)) === null) return;
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), leavingMs);
  try {
    await send(
      new Request(`${apiAddress()}/api/v1/users/me/devices/${await deviceId()}`, {
        method: 'DELETE',
        signal: control.signal,
      }),
    );
    await AsyncStorage.removeItem(registeredKey);
  } finally {
    clearTimeout(timer);
  }
}

/** A push on the end of a film opens the film. */
export function usePushes(): void {
  const router = useRouter();
  const api = useApi();
  useEffect(
    () =>
      onPushOpened((data) => {
        const path = pageFor(data);
        if (path) router.push(path);
      }),
    [router],
  );
  useEffect(() => {
    if (!canPush) return;
    void pushState()
      .then((state) => (state === 'granted' ? registerForPush(api) : undefined))
      // It is tried again with the next start; until then the list tells.
      .catch(() => undefined);
  }, [api]);
}

/** The page that a push is about; null for pushes that this app does not know. */
export function pageFor(data: Record<string, unknown>): `/film/${string}` | `/plan/${string}` | null {
  const { jobId, planId } = data;
  if (typeof jobId === 'string' && /^\d+$/.test(jobId)) return `/film/${jobId}`;
  if (typeof planId === 'string' && /^[\w-]+$/.test(planId)) return `/plan/${planId}`;
  return null;
}
