import * as SecureStore from 'expo-secure-store';

/** Who is signed in on this device, and what keeps it so. */
export interface Kept {
  user: string;
  /** Null in the web build, where a cookie has it. */
  refreshToken: string | null;
}

/** A session that was left on this device. */
export interface Left extends Kept {
  /** Whether the API has still to be told what is no more to come to this device. */
  unfinished: boolean;
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

const leftKey = 'oddiya.left';

/** Sessions that were left here and that the server has still to hear about, with what it knows them by. */
export const leftStore = {
  async read(): Promise<Left[]> {
    const kept = await SecureStore.getItemAsync(leftKey);
    return kept === null ? [] : (JSON.parse(kept) as Left[]);
  },
  async write(left: readonly Left[]): Promise<void> {
    if (left.length === 0) return SecureStore.deleteItemAsync(leftKey);
    await SecureStore.setItemAsync(leftKey, JSON.stringify(left), {
      keychainAccessible: SecureStore.AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY,
    });
  },
};
