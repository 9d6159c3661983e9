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
  const kept = await readKept(user);
  if (!kept?.form) return { form: blank, asked: null };
  return { form: { ...blank, ...kept.form }, asked: stillKnown(kept, now) };
}

/** What was asked for and has not been seen yet. */
export async function readAsked(user: string, now = Date.now()): Promise<Asked | null> {
  const kept = await readKept(user);
  return stillKnown(kept, now);
}

/** The plan that was asked for has been seen. */
export async function settleAsked(user: string, key: string): Promise<void> {
  const kept = await readKept(user);
  if (kept?.form && kept.asked?.key === key) await writeDraft(user, { form: kept.form, asked: null });
}

async function readKept(user: string): Promise<Partial<Draft> | null> {
  await writing;
  const kept = await AsyncStorage.getItem(keyOf(user));
  const told = kept === null ? null : (JSON.parse(kept) as Partial<Draft> & { edition?: number });
  return told?.edition === edition ? told : null;
}

function stillKnown(kept: Partial<Draft> | null, now: number): Asked | null {
  return kept?.asked && now - kept.asked.at < keyMs ? kept.asked : null;
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
