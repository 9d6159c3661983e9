import { useState } from 'react';

import { useSession } from '@/auth/SessionProvider';
import { readTyped, writeTyped } from './typed';

interface Beginnings {
  /** What the text is where nothing that was typed is kept. */
  begin?: string;
  /** What it is in any case. */
  given?: string | undefined;
}

/**
 * Text that somebody is typing, which outlives signing in again where that leaves the page.
 *
 * @param name of the text, by which it is found again
 * @returns the text, a way to change it, and a way to have it forgotten because it was sent
 */
export function useTyped(name: string, { begin = '', given }: Beginnings = {}) {
  const { user } = useSession();
  const key = `${user}.${name}`;
  const [text, setText] = useState(() => given ?? readTyped<string>(key) ?? begin);
  const change = (next: string) => {
    setText(next);
    writeTyped(key, next === begin ? null : next);
  };
  return [text, change, () => writeTyped(key, null)] as const;
}

/** What somebody has done that has not come to pass, as plain data: it outlives the page as what is typed does. */
export function useUndone<T>(name: string) {
  const { user } = useSession();
  const key = `${user}.${name}`;
  return { read: () => readTyped<T>(key), keep: (undone: T | null) => writeTyped(key, undone) };
}

/** What is kept under these names: a sheet with such texts opens itself again, and has them forgotten when it is closed. */
export function useUnsent(names: readonly string[]) {
  const { user } = useSession();
  const keys = names.map((name) => `${user}.${name}`);
  return {
    isKept: () => keys.some((key) => readTyped(key) !== null),
    forget: () => keys.forEach((key) => writeTyped(key, null)),
  };
}
