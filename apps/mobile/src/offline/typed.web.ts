/** In this tab alone, and for as long as it is open. */
const prefix = 'oddiya.typed.';

/** What was typed and not sent before the page was left to sign in again: a text, or other plain data. */
export function readTyped<T>(name: string): T | null {
  return JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null') as T | null;
}

/** Keeps `data`, or forgets what is kept where it is null. */
export function writeTyped(name: string, data: unknown): void {
  if (data === null) sessionStorage.removeItem(prefix + name);
  else sessionStorage.setItem(prefix + name, JSON.stringify(data));
}

/** Forgets what `user` has typed. */
export function forgetTyped(user: string): void {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(`${prefix}${user}.`)) sessionStorage.removeItem(name);
  }
}
