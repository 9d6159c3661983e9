import Constants from 'expo-constants';
import { Platform } from 'react-native';

/**
 * Where the gateway is. The web build asks whoever served it; apps know it from their build. A development server
 * is told by `EXPO_PUBLIC_ODDIYA_URL`.
 */
export function apiAddress(): string {
  const told = process.env.EXPO_PUBLIC_ODDIYA_URL;
  if (told) return told.replace(/\/$/, '');
  if (Platform.OS === 'web') return window.location.origin;
  const host = (Constants.expoConfig?.extra as { apiHost?: string | null } | undefined)?.apiHost;
  if (!host) throw new Error('this build knows no host: ODDIYA_APP_HOSTS was not set when it was made');
  return `https://${host}`;
}
