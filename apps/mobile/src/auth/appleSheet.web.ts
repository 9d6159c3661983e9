/** Browsers have no sheet of Apple's. */
export function hasAppleSheet(): Promise<boolean> {
  return Promise.resolve(false);
}

export function appleIdToken(): Promise<string | null> {
  return Promise.resolve(null);
}
