import { useState } from 'react';

import { useSession } from '@/auth/SessionProvider';
import { readTyped, writeTyped } from './typed';

/**
 * Text that somebody is typing, which outlives signing in again where that leaves the page.
 *
 * @param name of the text, by which it is found again
 * @param given what it is to begin with, whatever was typed before
 * @returns the text, a way to change it, and a way to have it forgotten because it was sent
 */
export function useTyped(name: string, given?: string) {
  const { user } = useSession();
  const key = `${user}.${name}`;
  const [text, setText] = useState(() => given ?? readTyped(key) ?? '');
  const change = (next: string) => {
    setText(next);
    writeTyped(key, next === '' ? null : next);
  };
  return [text, change, () => writeTyped(key, null)] as const;
}
