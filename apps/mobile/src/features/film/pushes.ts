import AsyncStorage from '@react-native-async-storage/async-storage';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'expo-router';
import { useEffect } from 'react';

import { apiAddress } from '@/api/address';
import type { Fetch } from '@/api/authorized';
import { type Api, dataOf, useApi } from '@/api/client';
import { refusalOf } from '@/api/problem';
import { useSession } from '@/auth/SessionProvider';
import {
  askForPush,
  canPush,
  deviceId,
  onPushOpened,
  pushAddress,
  type PushState,
  pushState,
  stopPushes,
} from '@/platform/push';
import { filmKeys } from './queries';

const leavingMs = 3000;

/**
 * What this device is told: what its owner lets be told, and `off` where the traveller has said no to Oddiya alone.
 */
export type PushChoice = PushState | 'off';

/** By traveller: `on` when the API knows this device, `off` when it is not to. */
function keyOf(user: string): string {
  return `oddiya.push.${user}`;
}

/** Tells the API where pushes for this device go to. Addresses change at times, so it is told anew with each start. */
export async function registerForPush(api: Api, user: string): Promise<void> {
  const address = await pushAddress();
  if (!address) return;
  await dataOf(
    api.PUT('/api/v1/users/me/devices/{deviceId}', {
      params: { path: { deviceId: await deviceId() } },
      body: address,
    }),
  );
  await AsyncStorage.setItem(keyOf(user), 'on');
}

/** Has the API forget this device, until it is asked for again. */
async function turnOffPush(api: Api, user: string): Promise<void> {
  await dataOf(
    api.DELETE('/api/v1/users/me/devices/{deviceId}', {
      params: { path: { deviceId: await deviceId() } },
    }),
  );
  await AsyncStorage.setItem(keyOf(user), 'off');
}

/**
 * When somebody signs out: what is theirs is not to appear here any more. Signing out does not wait for it long.
 *
 * @throws when the API has not heard of it
 */
export async function unregisterFromPush(user: string, send: Fetch): Promise<void> {
  if (!canPush || (await AsyncStorage.getItem(keyOf(user))) !== 'on') return;
  // Whether or not the API hears of it now. It hears of it below, or later: so this may fail.
  await stopPushes().catch(() => undefined);
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), leavingMs);
  try {
    const answer = await send(
      new Request(`${apiAddress()}/api/v1/users/me/devices/${await deviceId()}`, {
        method: 'DELETE',
        signal: control.signal,
      }),
    );
    if (!answer.ok) throw await refusalOf(answer);
    await AsyncStorage.removeItem(keyOf(user));
  } finally {
    clearTimeout(timer);
  }
}

/** Forgets what `user` has chosen here. */
export async function forgetPush(user: string): Promise<void> {
  await AsyncStorage.removeItem(keyOf(user));
}

async function choiceOf(user: string): Promise<PushChoice> {
  const state = await pushState();
  if (state !== 'granted') return state;
  return (await AsyncStorage.getItem(keyOf(user))) === 'off' ? 'off' : state;
}

/** What this device is told, and the ways to change it. */
export function usePushChoice() {
  const api = useApi();
  const { user } = useSession();
  const state = useQuery({
    queryKey: ['device', 'push', user],
    queryFn: () => (user === null ? pushState() : choiceOf(user)),
    staleTime: 0,
    persister: undefined,
  });
  return {
    state: state.data,
    again: () => state.refetch(),
    /** Asks for what is not allowed yet. */
    turnOn: async () => {
      const answer = await askForPush();
      if (answer === 'granted' && user !== null) await registerForPush(api, user);
      return answer;
    },
    turnOff: async () => {
      if (user !== null) await turnOffPush(api, user);
    },
  };
}

/** A push on the end of a film opens the film. */
export function usePushes(): void {
  const router = useRouter();
  const api = useApi();
  const queries = useQueryClient();
  const { user } = useSession();
  useEffect(
    () =>
      onPushOpened((data) => {
        const path = pageFor(data);
        if (!path) return;
        // What was read of films before is older than the push.
        void queries.invalidateQueries({ queryKey: filmKeys.all });
        router.push(path);
      }),
    [queries, router],
  );
  useEffect(() => {
    if (!canPush || user === null) return;
    void choiceOf(user)
      .then((choice) => (choice === 'granted' ? registerForPush(api, user) : undefined))
      // It is tried again with the next start; until then the list tells.
      .catch(() => undefined);
  }, [api, user]);
}

/** The page that a push is about; null for pushes that this app does not know. */
export function pageFor(data: Record<string, unknown>): `/film/${string}` | `/plan/${string}` | null {
  const { jobId, planId } = data;
  if (typeof jobId === 'string' && /^\d+$/.test(jobId)) return `/film/${jobId}`;
  if (typeof planId === 'string' && /^[\w-]+$/.test(planId)) return `/plan/${planId}`;
  return null;
}
