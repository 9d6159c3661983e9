import * as Apple from 'expo-apple-authentication';
import { Platform } from 'react-native';

/** Whether this device has Apple's own sheet. */
export async function hasAppleSheet(): Promise<boolean> {
  return Platform.OS === 'ios' && (await Apple.isAvailableAsync());
}

/** Asks with Apple's sheet for an ID token that carries our nonce; null when it was closed. */
export async function appleIdToken(nonce: string): Promise<string | null> {
  try {
    const credential = await Apple.signInAsync({
      nonce,
      requestedScopes: [Apple.AppleAuthenticationScope.FULL_NAME, Apple.AppleAuthenticationScope.EMAIL],
    });
    return credential.identityToken;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_REQUEST_CANCELED') return null;
    throw error;
  }
}
