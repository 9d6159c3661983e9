import * as SecureStore from 'expo-secure-store';

/** Who is signed in on this device, and what keeps it so. */
export interface Kept {
  user: string;
  /** Null in the web build, where a cookie has it. */
  refreshToken: string | null;
}

const key = 'oddiya.session';

/** The key store of the device: Keychain, Keystore. */
export const tokenStore = {
  async read(): Promise<Kept | null> {
    const kept = await SecureStore.getItemAsync(key);
    return kept === null ? null : (JSON.parse(kept) as Kept);
  },
  async write(kept: Kept): Promise<void> {
    await SecureStore.setItemAsync(key, JSON.stringify(kept), {
      keychainAccessible: SecureStore.AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY,
    });
  },
  async clear(): Promise<void> {
    await SecureStore.deleteItemAsync(key);
  },
};
