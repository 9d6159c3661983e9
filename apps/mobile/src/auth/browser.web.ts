import type { Arrival, Journey } from './journey';

const key = 'oddiya.journey';

/** Where the provider's page leads back to: this build, wherever it is served. */
export function redirectUri(): string {
  return `${window.location.origin}${process.env.EXPO_BASE_URL ?? ''}/auth/callback`;
}

/**
 * Leaves for the provider's page. What has to be remembered waits in this tab: a window of its own would lose
 * sight of us wherever pages are kept apart (Cross-Origin-Opener-Policy).
 */
export function travel(address: string, journey: Journey): Promise<Arrival | null> {
  sessionStorage.setItem(key, JSON.stringify(journey));
  window.location.assign(address);
  return new Promise<never>(() => undefined);
}

/** The journey that this page comes back from, once. */
export function takeJourney(): Journey | null {
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return kept === null ? null : (JSON.parse(kept) as Journey);
}
