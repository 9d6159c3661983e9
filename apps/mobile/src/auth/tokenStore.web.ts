import type { Kept } from './tokenStore';

const key = 'oddiya.session';

/** Remembers only who is signed in: the token itself is in a cookie that no script can read. */
export const tokenStore = {
  async read(): Promise<Kept | null> {
    const user = localStorage.getItem(key);
    return user === null ? null : { user, refreshToken: null };
  },
  async write({ user }: Kept): Promise<void> {
    localStorage.setItem(key, user);
  },
  async clear(): Promise<void> {
    localStorage.removeItem(key);
  },
};
