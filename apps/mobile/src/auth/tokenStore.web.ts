import type { Kept, Left } from './tokenStore';

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

const leftKey = 'oddiya.left';

/** Whose session was left here without the server hearing of it: its token is in the cookie still. */
export const leftStore = {
  async read(): Promise<Left[]> {
    const kept = localStorage.getItem(leftKey);
    return kept === null ? [] : (JSON.parse(kept) as Left[]);
  },
  async write(left: readonly Left[]): Promise<void> {
    if (left.length === 0) localStorage.removeItem(leftKey);
    else localStorage.setItem(leftKey, JSON.stringify(left));
  },
};
