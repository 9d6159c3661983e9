/** Told to every tab of this origin. */
const name = 'oddiya.refresh';

/**
 * Does `work` while no other tab does its own: tabs share the cookie with the refresh token, and the server takes a
 * second use of one for theft. Where there are no locks (an insecure origin, an old browser) the server's patience with
 * a token just used has to do.
 */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  // Typed as if every browser had them.
  const locks = navigator.locks as LockManager | undefined;
  return locks ? await locks.request(name, work) : await work();
}
