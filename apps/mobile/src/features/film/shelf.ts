import AsyncStorage from '@react-native-async-storage/async-storage';

import type { Order } from './order';
import { type Draft, emptyDraft } from './wish';

function prefix(user: string): string {
  return `oddiya.films.${user}.`;
}

/** Where films in preparation are written down, each order a row of its own: pages beside each other share it. */
export class Shelf {
  readonly #prefix: string;
  readonly #onWritten: (isAll: boolean) => void;
  /** Rows that are not as they should be: the device had no room for them. */
  readonly #unwritten = new Set<string>();
  /** Rows are written one after the other, so that the last word is the last. */
  #writing: Promise<void> = Promise.resolve();

  /** @param onWritten told after each writing whether all that should be written down is */
  constructor(user: string, onWritten: (isAll: boolean) => void = () => undefined) {
    this.#prefix = prefix(user);
    this.#onWritten = onWritten;
  }

  async draft(): Promise<Draft> {
    const row = await AsyncStorage.getItem(`${this.#prefix}draft`);
    return row === null ? emptyDraft : { ...emptyDraft, ...(JSON.parse(row) as Partial<Draft>) };
  }

  async orders(): Promise<Order[]> {
    const names = (await AsyncStorage.getAllKeys()).filter((name) =>
      name.startsWith(`${this.#prefix}order.`),
    );
    const rows = await AsyncStorage.multiGet(names);
    return rows
      .flatMap(([, row]) => (row === null ? [] : [JSON.parse(row) as Order]))
      .sort((one, other) => one.at - other.at);
  }

  writeDraft(draft: Draft): Promise<void> {
    return this.#write('draft', (row) => AsyncStorage.setItem(row, JSON.stringify(draft)));
  }

  writeOrder(order: Order): Promise<void> {
    return this.#write(`order.${order.key}`, (row) => AsyncStorage.setItem(row, JSON.stringify(order)));
  }

  removeOrder(key: string): Promise<void> {
    return this.#write(`order.${key}`, (row) => AsyncStorage.removeItem(row));
  }

  /** Resolves when all that was to be written is. */
  settled(): Promise<void> {
    return this.#writing;
  }

  /** Whether a row that was changed elsewhere is one of these. */
  holds(row: string): boolean {
    return row.startsWith(this.#prefix);
  }

  #write(name: string, what: (row: string) => Promise<void>): Promise<void> {
    this.#writing = this.#writing
      .then(() => what(this.#prefix + name))
      .then(
        () => this.#unwritten.delete(name),
        // A device without room goes on from memory: what is on the screen is true, and is said not to last.
        () => this.#unwritten.add(name),
      )
      .then(() => this.#onWritten(this.#unwritten.size === 0));
    return this.#writing;
  }
}

/** Forgets what `user` has in preparation on this device. */
export async function forgetShelf(user: string): Promise<void> {
  const names = await AsyncStorage.getAllKeys();
  await AsyncStorage.multiRemove(names.filter((name) => name.startsWith(prefix(user))));
}
