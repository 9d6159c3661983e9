import { change } from '../fake/world';
import {
  failed,
  held,
  offline,
  press,
  pressThere,
  refuse,
  type Scenes,
  search,
  type Stage,
  visible,
  words,
} from './acts';
import { anyOf, type Texts } from './words';

const lockedPlace = '자갈치시장 (Jagalchi Market)';

/** A plan: read, changed by hand, changed by a sentence. */
export const planScenes: Scenes = {
  plan: { path: '/plan/3' },
  'plan-to-come': { path: '/plan/2' },
  'plan-over': { path: '/plan/1' },
  'plan-empty-day': {
    path: '/plan/2',
    before: ({ world }) => {
      const kept = world.plans.get('2');
      const [first, ...others] = kept?.plan.days ?? [];
      if (kept && first) change(world, kept, { days: [{ ...first, stops: [] }, ...others] });
    },
  },
  'plan-loading': { path: '/plan/3', act: held('**/api/v1/plans/3') },
  'plan-failed': {
    path: '/plan/3',
    before: (backend) => refuse(backend, '/api/v1/plans/3', 503, 'unavailable'),
    act: failed,
  },
  'plan-gone': { path: '/plan/77', act: failed },
  'plan-offline': { path: '/plan/3', act: offline },
  'plan-offline-unread': {
    path: '/plan/2',
    act: async (stage) => {
      await press(stage.page, stage.t.common.nav.back);
      await opensTheLast(stage);
    },
  },
  // Here what draws plans has not been loaded either.
  'plan-offline-unloaded': { path: '/', act: opensTheLast },
  'plan-checks': {
    path: '/plan/3',
    act: ({ page, t }) => visible(page.getByText(t.plan.certificate.title)).click(),
  },
  'plan-stop': { path: '/plan/3', act: ({ page, t }) => press(page, anyOf(t.plan.check.all)) },
  'plan-way': { path: '/plan/3', act: ({ page, t }) => press(page, anyOf(t.plan.maps.open)) },
  'plan-share': { path: '/plan/3', act: ({ page, t }) => press(page, t.plan.share.title) },
  'plan-share-link': {
    path: '/plan/3',
    act: async ({ page, t }) => {
      await press(page, t.plan.share.title);
      await pressThere(page, t.plan.share.make);
      await words(page, /\/share\//);
    },
  },
  'plan-menu': { path: '/plan/3', act: ({ page, t }) => press(page, t.plan.menu.open) },
  'plan-name': { path: '/plan/3', act: menu((t) => t.plan.trip.title) },
  'plan-delete': { path: '/plan/3', act: menu((t) => t.plan.delete.title) },

  edit: { path: '/plan/3/edit' },
  'edit-stop': {
    path: '/plan/3/edit',
    act: ({ page }) => visible(page.getByRole('button', { name: /^2\. / })).click(),
  },
  'edit-done': {
    path: '/plan/3/edit',
    act: async ({ page, t }) => {
      await press(page, anyOf(t.plan.edit.down));
      await words(page, anyOf(t.plan.edit.done.move));
    },
  },
  'edit-conflict': {
    path: '/plan/3/edit',
    act: async ({ page, backend, t }) => {
      changedElsewhere(backend.world);
      await press(page, anyOf(t.plan.edit.down));
      await words(page, t.plan.edit.theirs);
    },
  },
  'edit-offline': {
    path: '/plan/3/edit',
    act: async ({ page, t }) => {
      await page.context().setOffline(true);
      await press(page, anyOf(t.plan.edit.down));
      await words(page, t.plan.edit.offline);
    },
  },
  'edit-add': {
    path: '/plan/3/edit',
    act: async ({ page, t }) => {
      await press(page, t.plan.add.title);
      await search(page, t, '부산');
      await page.getByRole('dialog').getByRole('button').nth(3).waitFor();
    },
  },

  revise: { path: '/plan/3/revise' },
  'revise-not-understood': {
    path: '/plan/3/revise',
    act: asksFor('Zzz', (t) => t.plan.revise.notUnderstood),
  },
  'revise-proposal': { path: '/plan/3/revise', act: asksFor('rain', (t) => t.plan.revise.accept) },
  'revise-stale': {
    path: '/plan/3/revise',
    act: async (stage) => {
      const { page, backend, t } = stage;
      await asksFor('relax', () => t.plan.revise.accept)(stage);
      changedElsewhere(backend.world);
      await press(page, t.plan.revise.accept);
      await words(page, t.plan.revise.stale);
    },
  },
  'revise-impossible': {
    path: '/plan/3/revise',
    before: (backend) =>
      refuse(backend, '/api/v1/plans/3/revise', 422, 'infeasible', {
        conflicts: [{ kind: 'locked', pointers: ['/instruction'], detail: lockedPlace }],
        relaxations: [
          {
            detail: `− ${lockedPlace}`,
            patch: [{ op: 'replace', path: '/instruction', value: 'relax' }],
          },
        ],
      }),
    act: asksFor('without 자갈치시장', () => `− ${lockedPlace}`),
  },
};

/** Opens, without a network, a trip that is over: it is not read ahead. */
async function opensTheLast({ page, t }: Stage) {
  const last = page.getByRole('listitem').last().getByRole('link');
  await last.waitFor();
  await page.context().setOffline(true);
  await last.click();
  await words(page, t.common.state.offlineEmpty);
}

function menu(entry: (t: Texts) => string) {
  return async ({ page, t }: Stage) => {
    await press(page, t.plan.menu.open);
    await pressThere(page, entry(t));
  };
}

function asksFor(sentence: string, answer: (t: Texts) => string) {
  return async ({ page, t }: Stage) => {
    await page.getByLabel(t.plan.revise.instruction).fill(sentence);
    await press(page, t.plan.revise.ask);
    await words(page, answer(t));
  };
}

function changedElsewhere({ plans }: Stage['backend']['world']) {
  const kept = plans.get('3');
  if (kept) kept.version += 1;
}
