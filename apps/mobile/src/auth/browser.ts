import * as WebBrowser from 'expo-web-browser';

import { type Arrival, arrivalAt, type Journey } from './journey';

/** Where the provider's page leads back to. */
export function redirectUri(): string {
  return 'oddiya://auth/callback';
}

/** Opens the provider's page in the system's browser and waits until it leads back; null when it was closed. */
export async function travel(address: string, journey: Journey): Promise<Arrival | null> {
  const result = await WebBrowser.openAuthSessionAsync(address, redirectUri());
  return result.type === 'success' ? arrivalAt(result.url, journey) : null;
}

/** The journey that this app was away on when it was closed: never, in a system browser. */
export function takeJourney(): Journey | null {
  return null;
}
