import { useState } from 'react';

import { useSession } from '@/auth/SessionProvider';
import { readTyped, writeTyped } from './typed';

interface Beginnings {
  /** What the text is where nothing that was typed is kept. */
  begin?: string;
  /** What it is in any case. */
  given?: string | undefined;
}

/** What is kept of a text that is being typed: what it is, and what it was when somebody began to change it. */
interface Typed {
  text: string;
  begun: string;
}

/**
 * Text that somebody is typing, which outlives signing in again where that leaves the page.
 *
 * @param name of the text, by which it is found again
 * @returns the text, `change` it, `forget` it because it was sent, and what it has `begun` from: not `begin` where that has
 *   become another since
 */
export function useTyped(name: string, { begin = '', given }: Beginnings = {}) {
  const { user } = useSession();
  const key = `${user}.${name}`;
  const [{ text, begun }, type] = useState<Typed>(() => {
    const kept = given === undefined ? readTyped<Typed>(key) : null;
    return kept ?? { text: given ?? begin, begun: begin };
  });
  const change = (next: string) => {
    type({ text: next, begun });
    writeTyped(key, next === begun ? null : { text: next, begun });
  };
  return { text, change, forget: () => writeTyped(key, null), begun };
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
