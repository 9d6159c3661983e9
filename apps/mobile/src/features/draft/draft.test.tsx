import AsyncStorage from '@react-native-async-storage/async-storage';
import { fireEvent, screen, waitFor, within } from '@testing-library/react-native';

import { problem } from '@fake/http';
import { renderOn, type Stage, stage } from '@/testing/render';
import { visited } from '@/testing/router';
import { TripsScreen } from '../plan/TripsScreen';
import { DraftScreen } from './DraftScreen';
import { readDraft } from './kept';
import { blankForm } from './form';

const blank = blankForm('2026-11-28', 'KRW');

beforeEach(() => visited.splice(0));

function open(here: Stage) {
  return renderOn(here, <DraftScreen />);
}

async function typeWhere(name: string) {
  fireEvent.changeText(await screen.findByLabelText('City or region'), name);
}

const ask = () => fireEvent.press(screen.getByRole('button', { name: 'Plan this trip' }));
const kept = ({ user }: Stage) => readDraft(user, blank);

test('a city is enough for a plan, and the plan’s page is where it ends', async () => {
  const here = await stage();
  open(here);
  await typeWhere('Busan');
  ask();
  await waitFor(() => expect(visited).toEqual(['{"pathname":"/plan/[id]","params":{"id":"1"}}']));
  expect(here.backend.world.plans.get('1')?.plan.request).toMatchObject({
    destination: { name: 'Busan' },
    party: { adults: 2, children: 0 },
  });
  expect(await kept(here)).toMatchObject({ asked: null, form: { where: { name: '' } } });
});

test('without a place nothing is asked, and it is said what is missing', async () => {
  const here = await stage();
  open(here);
  await screen.findByLabelText('City or region');
  ask();
  expect(screen.getAllByText('Say where you want to go.').length).toBeGreaterThan(0);
  expect(here.backend.seen.join()).not.toContain('generate');
});

test('what is typed is there again when the app is', async () => {
  const here = await stage();
  const first = open(here);
  await typeWhere('Gyeongju');
  fireEvent.press(screen.getByRole('button', { name: 'One child more' }));
  fireEvent.press(screen.getByRole('checkbox', { name: 'History' }));
  await waitFor(async () => expect((await kept(here)).form.interests).toEqual(['history']));
  first.unmount();
  open(here);
  expect(await screen.findByDisplayValue('Gyeongju')).toBeOnTheScreen();
  expect(screen.getByRole('checkbox', { name: 'History' })).toBeChecked();
  expect(screen.getByText('3 days in Gyeongju for 3', { exact: false })).toBeOnTheScreen();
});

test('a must-see is found among places, days are chosen on a calendar, an amount has a currency', async () => {
  const here = await stage();
  open(here);
  await typeWhere('Busan');
  fireEvent.press(screen.getByRole('button', { name: 'Must-sees, budget, where you stay' }));
  fireEvent.press(screen.getByRole('button', { name: 'Add a must-see' }));
  fireEvent.changeText(screen.getByLabelText('Name of a place'), 'Beomeosa');
  fireEvent.press(await screen.findByRole('button', { name: /^Beomeosa Temple/ }));
  fireEvent.changeText(screen.getByLabelText(/^Amount in/), '250000');
  fireEvent.press(screen.getByRole('button', { name: /^Currency: / }));
  fireEvent.changeText(screen.getByLabelText('Find a currency'), 'JPY');
  fireEvent.press(screen.getByRole('radio', { name: /^JPY/ }));
  fireEvent.press(screen.getByRole('button', { name: /^When\?: / }));
  fireEvent.press(screen.getByRole('button', { name: 'Month after' }));
  const days = within(screen.getByLabelText('Days')).getAllByRole('button');
  for (const day of days.slice(9, 11)) fireEvent.press(day);
  fireEvent.press(screen.getByRole('button', { name: 'Take these 2 days' }));
  ask();
  await waitFor(() => expect(visited).toHaveLength(1));
  const wish = here.backend.world.plans.get('1')?.plan.request;
  expect(wish).toMatchObject({
    mustVisit: [{ placeId: 'catalogue:busan-beomeosa' }],
    budget: { amount: '250000', currency: 'JPY' },
  });
  expect(wish?.startDate).toMatch(/-10$/);
  expect(wish?.endDate).toMatch(/-11$/);
});

test('what is impossible is explained, and a relaxation tries again', async () => {
  const here = await stage();
  open(here);
  await typeWhere('Busan');
  fireEvent.press(screen.getByRole('button', { name: 'Must-sees, budget, where you stay' }));
  fireEvent.press(screen.getByRole('button', { name: 'Add a must-see' }));
  fireEvent.changeText(screen.getByLabelText('Name of a place'), 'Atlantis');
  fireEvent.press(screen.getByRole('button', { name: 'Take “Atlantis” as it is' }));
  ask();
  expect(await screen.findByText('Nobody knows this must-see')).toBeOnTheScreen();
  expect(screen.getByText('Atlantis: no provider knows it')).toBeOnTheScreen();
  expect(screen.getByText('Where · Must-see: Atlantis')).toBeOnTheScreen();
  fireEvent.press(screen.getByRole('button', { name: 'Leave out Atlantis' }));
  await waitFor(() => expect(visited).toHaveLength(1));
  expect(here.backend.world.plans.get('1')?.plan.request?.mustVisit ?? []).toEqual([]);
});

test('an app that was killed in between attaches to the plan that was asked for', async () => {
  const here = await stage();
  const steps: (() => void)[] = [];
  here.backend.world.pause = () => new Promise((resolve) => steps.push(resolve));
  const first = open(here);
  await typeWhere('Busan');
  ask();
  expect(await screen.findByText('Planning Busan')).toBeOnTheScreen();
  first.unmount();
  expect((await kept(here)).asked).not.toBeNull();

  here.backend.world.pause = () => Promise.resolve();
  open(here);
  steps.forEach((go) => go());
  await waitFor(() => expect(visited).toHaveLength(1));
  expect(here.backend.world.plans.size).toBe(1);
});

test('whoever goes back to the trips sees it among them, first under way and then made', async () => {
  const here = await stage();
  const steps: (() => void)[] = [];
  here.backend.world.pause = () => new Promise((resolve) => steps.push(resolve));
  const first = open(here);
  await typeWhere('Busan');
  ask();
  await screen.findByText('Planning Busan');
  first.unmount();

  renderOn(here, <TripsScreen />);
  expect(await screen.findByText('Being planned')).toBeOnTheScreen();
  here.backend.world.pause = () => Promise.resolve();
  steps.forEach((go) => go());
  expect(await screen.findByRole('link', { name: /3 days in Busan/ })).toBeOnTheScreen();
  await waitFor(() => expect(screen.queryByText(/fixed|Being planned/)).toBeNull());
  expect(here.backend.world.plans.size).toBe(1);
  expect((await kept(here)).asked).toBeNull();
});

test('a plan that was made long ago is shown to be ready, and leads nowhere by itself', async () => {
  const here = await stage();
  const first = open(here);
  await typeWhere('Busan');
  here.backend.away = true;
  ask();
  await waitFor(async () => expect((await kept(here)).asked).not.toBeNull());
  first.unmount();
  here.backend.away = false;
  const { form, asked } = await kept(here);
  await AsyncStorage.setItem(
    `oddiya.draft.${here.user}`,
    JSON.stringify({ edition: 1, form, asked: { ...asked, at: Date.now() - 10 * 60_000 } }),
  );
  open(here);
  expect(await screen.findByText('3 days in Busan')).toBeOnTheScreen();
  expect(visited).toEqual([]);
  fireEvent.press(screen.getByRole('button', { name: 'Plan another one' }));
  expect(await screen.findByLabelText('City or region')).toBeOnTheScreen();
});

test('a refusal of a field is said at the field', async () => {
  const here = await stage();
  here.backend.instead = (request) =>
    request.url.endsWith('/generate')
      ? problem(400, 'validation_failed', {
          errors: [{ pointer: '/notes', code: 'too_long', detail: 'Too long.' }],
        })
      : undefined;
  open(here);
  await typeWhere('Busan');
  ask();
  expect((await screen.findAllByText('This cannot be taken as it is.')).length).toBeGreaterThan(0);
  expect(screen.getByDisplayValue('Busan')).toBeOnTheScreen();
});

test('any other refusal has words of its own, and a way back', async () => {
  const here = await stage();
  here.backend.instead = (request) => (request.url.endsWith('/generate') ? problem(410, 'gone') : undefined);
  open(here);
  await typeWhere('Busan');
  ask();
  expect(await screen.findByText('This is not there any more.')).toBeOnTheScreen();
  expect(screen.queryByText(/You may leave|Stops appear here/)).toBeNull();
  const { asked } = await kept(here);
  here.backend.instead = null;
  fireEvent.press(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(visited).toHaveLength(1));
  expect(asked).not.toBeNull();
});
