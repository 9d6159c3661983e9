import AsyncStorage from '@react-native-async-storage/async-storage';

import type { Order } from './order';
import { type Draft, emptyDraft } from './wish';

function prefix(user: string): string {
  return `oddiya.films.${user}.`;
}

/** Where films in preparation are written down, each order a row of its own: pages beside each other share it. */
export class Shelf {
  readonly #prefix: string;
  /** Rows are written one after the other, so that the last word is the last. */
  #writing: Promise<void> = Promise.resolve();

  constructor(user: string) {
    this.#prefix = prefix(user);
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
    return this.#write(() => AsyncStorage.setItem(`${this.#prefix}draft`, JSON.stringify(draft)));
  }

  writeOrder(order: Order): Promise<void> {
    return this.#write(() =>
      AsyncStorage.setItem(`${this.#prefix}order.${order.key}`, JSON.stringify(order)),
    );
  }

  removeOrder(key: string): Promise<void> {
    return this.#write(() => AsyncStorage.removeItem(`${this.#prefix}order.${key}`));
  }

  /** Resolves when all that was to be written is. */
  settled(): Promise<void> {
    return this.#writing;
  }

  /** Whether a row that was changed elsewhere is one of these. */
  holds(row: string): boolean {
    return row.startsWith(this.#prefix);
  }

  #write(what: () => Promise<void>): Promise<void> {
    // A device without room goes on from memory: what is on the screen is still true.
    this.#writing = this.#writing.then(what).catch(() => undefined);
    return this.#writing;
  }
}

/** Forgets what `user` has in preparation on this device. */
export async function forgetShelf(user: string): Promise<void> {
  const names = await AsyncStorage.getAllKeys();
  await AsyncStorage.multiRemove(names.filter((name) => name.startsWith(prefix(user))));
}
