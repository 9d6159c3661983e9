import type { Page } from 'playwright-core';

import type { Backend } from '../fake/backend';
import { press, pressThere, type Scenes, search, type Stage, visible, words } from './acts';
import { anyOf, beginning, said, type Texts } from './words';

/** Enough for a plan in the making to have some days. */
const eventsSeen = 12;
const nowhere = 'Atlantis';

/** A new trip: asked for, watched, refused. */
export const draftScenes: Scenes = {
  form: { path: '/plan/new' },
  'form-faults': { path: '/plan/new', act: ({ page, t }) => press(page, t.draft.ask) },
  'form-filled': { path: '/plan/new', act: ({ page, t }) => fill(page, t) },
  'form-calendar': { path: '/plan/new', act: ({ page, t }) => press(page, beginning(t.draft.dates.title)) },
  'form-currency': {
    path: '/plan/new',
    act: async ({ page, t }) => {
      await unfold(page, t);
      await press(page, anyOf(t.draft.budget.currency));
    },
  },
  'form-search': {
    path: '/plan/new',
    act: async ({ page, t }) => {
      await press(page, t.draft.where.near);
      await search(page, t, '부산');
      await page.getByRole('dialog').getByRole('button').nth(3).waitFor();
    },
  },
  'form-search-none': {
    path: '/plan/new',
    act: async ({ page, t }) => {
      await unfold(page, t);
      await press(page, t.draft.musts.add);
      await search(page, t, nowhere);
      await words(page, said(t.draft.search.none, { query: nowhere }));
    },
  },
  'plan-in-the-making': { path: '/plan/new', before: pauses, act: asksForBusan },
  'trips-one-in-the-making': {
    path: '/plan/new',
    before: pauses,
    act: async (stage) => {
      await asksForBusan(stage);
      await press(stage.page, stage.t.common.nav.back);
      await stage.page.getByRole('listitem').first().waitFor();
    },
  },
  'plan-impossible': {
    path: '/plan/new',
    act: async ({ page, t }) => {
      await page.getByLabel(t.draft.where.label).fill('Busan');
      await unfold(page, t);
      await press(page, t.draft.musts.add);
      await search(page, t, nowhere);
      await pressThere(page, said(t.draft.search.asTyped, { text: nowhere }));
      await press(page, t.draft.ask);
      await words(page, t.draft.infeasible.title);
    },
  },
};

/** A generation goes on for some steps, and is being watched then. */
function pauses({ world }: Backend) {
  let left = eventsSeen;
  world.pause = () => {
    left -= 1;
    return left < 0 ? new Promise<void>(() => undefined) : Promise.resolve();
  };
}

async function asksForBusan({ page, t }: Stage) {
  await page.getByLabel(t.draft.where.label).fill('Busan');
  await press(page, t.draft.ask);
  await words(page, anyOf(t.draft.watch.fixed_other));
}

/** What is folded away on a phone. */
async function unfold(page: Page, t: Texts) {
  const opening = page.getByRole('button', { name: t.draft.more.open });
  if (await opening.isVisible()) await opening.click();
}

async function fill(page: Page, t: Texts) {
  await page.getByLabel(t.draft.where.label).fill('Busan');
  await press(page, t.draft.interest.history);
  await press(page, t.draft.interest['night-view']);
  await unfold(page, t);
  await page.getByLabel(t.draft.avoid.label).fill('museum');
  await press(page, t.draft.avoid.add);
  await page.getByLabel(t.draft.notes.label).fill('어머니가 오래 걷지 못하세요. My mother cannot walk far.');
  await press(page, t.draft.musts.add);
  await search(page, t, '해운대');
  await visible(
    page
      .getByRole('dialog')
      .getByRole('button')
      .filter({ hasText: /해운대/ }),
  ).click();
}
