import type { Locator, Page } from 'playwright-core';

import type { Backend } from '../fake/backend';
import { problem } from '../fake/http';
import { anyOf, type Texts } from './words';

/** What a scene can turn: the page it is on, and the back end behind it. */
export interface Stage {
  page: Page;
  backend: Backend;
  t: Texts;
}

/** A screen in one of its states, and how one gets there. */
export interface Scene {
  path: string;
  /** Whoever comes is not signed in. */
  out?: true;
  /** Whoever comes has done nothing yet. */
  fresh?: true;
  /** What the back end is like before the page is opened. */
  before?: (backend: Backend) => void;
  act?: (stage: Stage) => Promise<void>;
}

export type Scenes = { readonly [name: string]: Scene };

/** Pages that are below others stay in the document, unseen. */
export function visible(locator: Locator): Locator {
  return locator.filter({ visible: true }).first();
}

export async function press(page: Page | Locator, name: string | RegExp) {
  const named = page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }))
    .or(page.getByRole('checkbox', { name, exact: true }));
  await visible(named).click();
}

/** Within the sheet that is open. */
export async function pressThere(page: Page, name: string) {
  await press(page.getByRole('dialog'), name);
}

/** Waits until something is said. */
export async function words(page: Page, text: string | RegExp) {
  await visible(page.getByText(text)).waitFor();
}

export async function search(page: Page, t: Texts, text: string) {
  await page.getByLabel(t.draft.search.label).fill(text);
}

/** From now on the API refuses what is asked for there. */
export function refuse(backend: Backend, path: string, status: number, code: string, more: object = {}) {
  backend.instead = (request) =>
    new URL(request.url).pathname === path ? problem(status, code, more) : undefined;
}

/** Waits for a page's own words for a refusal. */
export async function failed({ page, t }: Stage) {
  await words(page, t.common.state.failedTitle);
}

/** Opened anew by somebody whose device has read nothing yet, what is asked for there never comes. */
export function held(pattern: string) {
  return async ({ page }: Stage) => {
    await page.route(pattern, () => undefined);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await visible(page.getByRole('heading', { level: 1 })).waitFor();
  };
}

/** The network goes while something is being looked at. */
export async function offline({ page, t }: Stage) {
  await page.context().setOffline(true);
  await words(page, anyOf(t.common.state.offlineBanner));
}
