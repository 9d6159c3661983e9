import AsyncStorage from '@react-native-async-storage/async-storage';
import { useCallback, useSyncExternalStore } from 'react';

/** What the traveller has chosen on this device, whoever is signed in. */
export interface Preferences {
  theme: 'system' | 'light' | 'dark';
  language: 'system' | 'ko' | 'en' | 'ja' | 'zh';
  /** ISO 4217; null until one is chosen. */
  currency: string | null;
}

const defaults: Preferences = { theme: 'system', language: 'system', currency: null };
const key = 'oddiya.preferences';

let current = defaults;
const listeners = new Set<() => void>();

/** Reads what was chosen. Before that everything is as it is by default. */
export async function openPreferences(): Promise<Preferences> {
  const kept = await AsyncStorage.getItem(key);
  if (kept !== null) replace({ ...defaults, ...(JSON.parse(kept) as Partial<Preferences>) });
  return current;
}

export function preferences(): Preferences {
  return current;
}

export async function prefer<K extends keyof Preferences>(name: K, value: Preferences[K]): Promise<void> {
  replace({ ...current, [name]: value });
  await AsyncStorage.setItem(key, JSON.stringify(current));
}

export function usePreference<K extends keyof Preferences>(name: K) {
  const value = useSyncExternalStore(subscribe, () => current[name]);
  const change = useCallback((next: Preferences[K]) => prefer(name, next), [name]);
  return [value, change] as const;
}

function replace(next: Preferences) {
  current = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
