/** What a tab of a browser remembers: its own properties are its rows. */
class TabStore {
  getItem(name: string): string | null {
    return (this as unknown as Record<string, string>)[name] ?? null;
  }
  setItem(name: string, text: string): void {
    Object.assign(this, { [name]: text });
  }
  removeItem(name: string): void {
    delete (this as unknown as Record<string, string>)[name];
  }
  clear(): void {
    for (const name of Object.keys(this)) this.removeItem(name);
  }
}

/** Runs the tests in a tab of their own. */
export function openTab(): void {
  Object.defineProperty(globalThis, 'sessionStorage', { value: new TabStore(), configurable: true });
}
