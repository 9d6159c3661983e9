/** In this tab alone, and for as long as it is open. */
const prefix = 'oddiya.typed.';

/** What was typed and not sent before the page was left to sign in again. */
export function readTyped(name: string): string | null {
  return sessionStorage.getItem(prefix + name);
}

export function writeTyped(name: string, text: string | null): void {
  if (text === null) sessionStorage.removeItem(prefix + name);
  else sessionStorage.setItem(prefix + name, text);
}

/** Forgets what `user` has typed. */
export function forgetTyped(user: string): void {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(`${prefix}${user}.`)) sessionStorage.removeItem(name);
  }
}
