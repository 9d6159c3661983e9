import type { Backend } from '../fake/backend';
import { nothing } from '../fake/http';
import { failed, held, offline, press, pressThere, refuse, type Scenes, visible, words } from './acts';
import { filmScenes } from './filmScenes';
import { draftScenes } from './draftScenes';
import { planScenes } from './planScenes';
import { anyOf } from './words';

const roomScenes: Scenes = {
  'sign-in': { path: '/', out: true },
  'sign-in-refused': {
    path: '/',
    out: true,
    before: inTrouble,
    act: async ({ page, t }) => {
      await press(page, t.auth.google);
      await press(page, 'Cancel');
      await words(page, t.auth.failure.refused);
    },
  },
  'session-ended': {
    path: '/plan/3',
    act: async ({ page, backend, t }) => {
      backend.world.sessions.clear();
      backend.world.refreshes.clear();
      await press(page, t.plan.share.title);
      await pressThere(page, t.plan.share.make);
      await words(page, t.auth.ended.title);
    },
  },
  'not-found': { path: '/nowhere' },

  trips: { path: '/' },
  'trips-none': { path: '/', fresh: true },
  'trips-loading': { path: '/', act: held('**/api/v1/plans?*') },
  'trips-failed': {
    path: '/',
    before: (backend) => refuse(backend, '/api/v1/plans', 500, 'internal_error'),
    act: failed,
  },
  'trips-offline': { path: '/', act: offline },

  me: { path: '/me' },
  'me-name': { path: '/me', act: ({ page, t }) => press(page, t.me.account.change) },
  'me-currency': { path: '/me', act: ({ page, t }) => press(page, anyOf(t.me.currencyNow)) },
  'me-delete': { path: '/me', act: ({ page, t }) => press(page, t.me.delete.title) },
  'me-failed': {
    path: '/me',
    before: (backend) => refuse(backend, '/api/v1/users/me', 503, 'unavailable'),
    act: ({ page, t }) => visible(page.getByRole('button', { name: t.common.action.retry })).waitFor(),
  },
  'me-offline': { path: '/me', act: offline },
};

/** The provider has trouble of its own, whatever the traveller answers. */
function inTrouble(backend: Backend) {
  backend.instead = ({ method, url }) => {
    const { pathname, searchParams } = new URL(url);
    const journey = backend.world.journeys.get(searchParams.get('journey') ?? '');
    if (method !== 'POST' || pathname !== '/stage/provider' || !journey) return undefined;
    const answer = new URLSearchParams({ state: journey.state, error: 'server_error' });
    return nothing(303, { Location: `${journey.redirectUri}?${answer}` });
  };
}

/** Every screen of the app, in every state that looks different, by name. */
export const scenes: Scenes = { ...roomScenes, ...draftScenes, ...planScenes, ...filmScenes };
