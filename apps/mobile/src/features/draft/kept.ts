import AsyncStorage from '@react-native-async-storage/async-storage';

import type { Form } from './form';
import type { Asked } from './generation';

/** What is kept of a draft on the device: what was typed, and the plan that was asked for and has not been seen yet. */
export interface Draft {
  form: Form;
  asked: Asked | null;
}

/** To be raised when what is kept could be misread. */
const edition = 1;
/** Keys are known for a day; after that asking again would have a second plan made. */
const keyMs = 23 * 60 * 60 * 1000;

/** Under the traveller's name and not among what is read: it stays when they sign out, for nobody else to see. */
function keyOf(user: string): string {
  return `oddiya.draft.${user}`;
}

export async function readDraft(user: string, blank: Form, now = Date.now()): Promise<Draft> {
  const kept = await AsyncStorage.getItem(keyOf(user));
  if (kept === null) return { form: blank, asked: null };
  const told = JSON.parse(kept) as Partial<Draft> & { edition?: number };
  if (told.edition !== edition || !told.form) return { form: blank, asked: null };
  const asked = told.asked && now - told.asked.at < keyMs ? told.asked : null;
  return { form: { ...blank, ...told.form }, asked };
}

let writing: Promise<unknown> = Promise.resolve();

/** One after the other, so that the last one stays. */
export function writeDraft(user: string, draft: Draft): Promise<void> {
  const written = writing.then(() =>
    AsyncStorage.setItem(keyOf(user), JSON.stringify({ edition, ...draft })),
  );
  writing = written.catch(() => undefined);
  return written;
}

export async function forgetDraft(user: string): Promise<void> {
  await writing;
  await AsyncStorage.removeItem(keyOf(user));
}
