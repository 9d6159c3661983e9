/** expo-secure-store, in memory. */
const kept = new Map<string, string>();

export const AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY = 0;

export async function getItemAsync(key: string): Promise<string | null> {
  return kept.get(key) ?? null;
}

export async function setItemAsync(key: string, value: string): Promise<void> {
  kept.set(key, value);
}

export async function deleteItemAsync(key: string): Promise<void> {
  kept.delete(key);
}
