import { act, fireEvent, screen, waitFor, within } from '@testing-library/react-native';

import { problem } from '@fake/http';
import { change, tagOf } from '@fake/world';
import { tokenStore } from '@/auth/tokenStore';
import { planned } from '@/testing/plans';
import { renderOn, type Stage, stage } from '@/testing/render';
import { EditScreen } from './EditScreen';

interface Editing {
  here: Stage;
  id: string;
  /** The names of the first day's stops, as the back end has them. */
  stored: () => string[];
  /** ... and as they are on the screen. */
  shown: () => string[];
}

async function editing(): Promise<Editing> {
  const here = await stage();
  const { id } = planned(here);
  renderOn(here, <EditScreen id={id} first={0} />);
  await screen.findByText(/Drag by the handle/);
  const stored = () => here.backend.world.plans.get(id)?.plan.days[0]?.stops.map((stop) => stop.name) ?? [];
  const shown = () =>
    screen
      .getAllByRole('button', { name: /^\d+\. / })
      .map((row) => within(row).getByText(/^\d+\. /).props.children as string)
      .map((text) => text.replace(/^\d+\. /, ''));
  return { here, id, stored, shown };
}

function press(name: string | RegExp) {
  fireEvent.press(screen.getByRole('button', { name }));
}

/** Somebody else names the trip, and takes the last stop of its first day away. */
function changedElsewhere({ here, id }: Editing) {
  const kept = here.backend.world.plans.get(id);
  if (!kept) throw new Error('no plan');
  const days = kept.plan.days.map((day, index) =>
    index === 0 ? { ...day, stops: day.stops.slice(0, -1) } : day,
  );
  change(here.backend.world, kept, { title: 'Theirs', days });
  return tagOf(kept);
}

test('a stop moves by its arrows, is timed anew, and moves back by undo', async () => {
  const { stored, shown } = await editing();
  const [first = '', second = '', ...rest] = stored();
  press(`Move ${first} later`);
  // At once on the screen, then in the plan.
  await waitFor(() => expect(shown()).toEqual([second, first, ...rest]));
  await screen.findByText(`${first} is number 2 of the day now; the day is timed and checked anew.`);
  expect(stored()).toEqual([second, first, ...rest]);
  press('Undo');
  await waitFor(() => expect(stored()).toEqual([first, second, ...rest]));
  expect(await screen.findByText('As it was before.')).toBeOnTheScreen();
});

test('a stop that is dragged is where it was let go', async () => {
  const { here, id, stored } = await editing();
  const [first, second, third, ...rest] = stored();
  const key = here.backend.world.plans.get(id)?.plan.days[0]?.stops[0]?.id;
  fireEvent(screen.getByTestId('sortable'), 'dragEnd', { key, fromIndex: 0, toIndex: 2 });
  await waitFor(() => expect(stored()).toEqual([second, third, first, ...rest]));
});

test('steps in haste are made one after the other, none lost', async () => {
  const { stored } = await editing();
  const [first = '', second, third, ...rest] = stored();
  press(`Move ${first} later`);
  press(`Move ${first} later`);
  await waitFor(() => expect(stored()).toEqual([second, third, first, ...rest]));
});

test('a removed stop comes back by undo, where it was', async () => {
  const { stored } = await editing();
  const before = stored();
  press(`Remove ${before[0] ?? ''}`);
  await waitFor(() => expect(stored()).toEqual(before.slice(1)));
  await screen.findByText(/^Removed/);
  press('Undo');
  await waitFor(() => expect(stored()).toEqual(before));
});

test('a stop is locked and stayed at longer from its own sheet', async () => {
  const { here, id, stored } = await editing();
  const stops = () => here.backend.world.plans.get(id)?.plan.days[0]?.stops ?? [];
  const [before] = stops();
  const [name = ''] = stored();
  press(new RegExp(`^1\\. ${name}`));
  press('Lock');
  await waitFor(() => expect(stops()[0]?.locked).toBe(true));
  expect(stops()[0]?.arrive).toBe(before?.arrive);
  press(new RegExp(`^1\\. ${name}`));
  press('15 minutes more');
  press(/^Stay /);
  await waitFor(() => expect(stops()[0]?.depart).not.toBe(before?.depart));
});

test('a place is found by its name and added at the end of the day', async () => {
  const { stored } = await editing();
  const before = stored();
  press('Add a place');
  fireEvent.changeText(screen.getByLabelText('Name of a place'), 'Beomeosa');
  fireEvent.press(await screen.findByRole('button', { name: /^Beomeosa Temple/ }));
  await waitFor(() => expect(stored()).toEqual([...before, 'Beomeosa Temple']));
});

test('what was changed elsewhere is shown, and the edit is made on top of it if one likes', async () => {
  const stageOf = await editing();
  const [first = '', second = ''] = stageOf.stored();
  changedElsewhere(stageOf);
  press(`Move ${first} later`);
  await screen.findByText(/changed elsewhere in the meantime/);
  expect(screen.getByText('Theirs')).toBeOnTheScreen();
  expect(stageOf.stored()[0]).toBe(first);
  expect(stageOf.shown()).toEqual(stageOf.stored());
  press('Do it anyway');
  await waitFor(() => expect(stageOf.stored().slice(0, 2)).toEqual([second, first]));
  expect(screen.queryByText(/changed elsewhere/)).toBeNull();
});

test('an edit of a stop that somebody else has removed is given up, and said so', async () => {
  const stageOf = await editing();
  const last = stageOf.stored().at(-1) ?? '';
  changedElsewhere(stageOf);
  press(`Move ${last} earlier`);
  // It has its name still, though the plan knows it no more.
  await screen.findByText(new RegExp(`changed elsewhere in the meantime.*move ${last}\\.`));
  press('Do it anyway');
  expect(await screen.findByText(new RegExp(`not in this day any more.*move ${last}\\.`))).toBeOnTheScreen();
});

test('without a network an edit is refused in words, and made by trying again', async () => {
  const { here, stored, shown } = await editing();
  const before = stored();
  here.backend.away = true;
  press(`Remove ${before[0] ?? ''}`);
  expect(await screen.findByText(/You are offline, and the trip is as it was/)).toBeOnTheScreen();
  expect(shown()).toEqual(before);
  here.backend.away = false;
  press('Try again');
  await waitFor(() => expect(stored()).toEqual(before.slice(1)));
});

test('a refusal is told by its code', async () => {
  const { here, stored } = await editing();
  here.backend.instead = (request) => (request.method === 'PUT' ? problem(503, 'unavailable') : undefined);
  await act(async () => press(`Remove ${stored()[0] ?? ''}`));
  expect(await screen.findByText(/A part of Oddiya is away/)).toBeOnTheScreen();
});

/** Two edits in haste, when the session has ended; then the page is left, and somebody signs in again. */
async function leftUndone() {
  const stageOf = await editing();
  const { here, id, stored } = stageOf;
  const { sessions, refreshes } = here.backend.world;
  const [[refreshToken = '', user = ''] = []] = refreshes;
  sessions.clear();
  refreshes.clear();
  const [first = '', second = '', third = ''] = stored();
  press(`Move ${first} later`);
  press(`Remove ${second}`);
  await screen.findByText(new RegExp(`Your session has ended.*move ${first}. remove ${second}.`, 's'));
  screen.unmount();
  refreshes.set(refreshToken, user);
  await tokenStore.write({ user, refreshToken });
  const sent = () => here.backend.seen.filter((asked) => asked.startsWith('PUT ')).length;
  const sentBefore = sent();
  renderOn(here, <EditScreen id={id} first={1} />);
  await screen.findByText(/page was left before this was done/);
  return { ...stageOf, first, second, third, sent: () => sent() - sentBefore };
}

test('what was not done when the session had ended is there after the page was left, and made if one likes', async () => {
  const { here, id, stored, shown, sent, first, second, third } = await leftUndone();
  expect(screen.getByText(new RegExp(`Not done yet: move ${first}. remove ${second}.`))).toBeOnTheScreen();
  // The day that it was about, and nothing was sent.
  expect(shown().slice(0, 3)).toEqual([first, second, third]);
  expect(sent()).toBe(0);
  press('Do it anyway');
  await waitFor(() => expect(stored().slice(0, 2)).toEqual([first, third]));
  expect(screen.queryByText(/page was left/)).toBeNull();
  screen.unmount();

  renderOn(here, <EditScreen id={id} first={0} />);
  await screen.findByText(/Drag by the handle/);
  expect(screen.queryByText(/page was left/)).toBeNull();
});

test('what was not done when the page was left is forgotten by leaving it', async () => {
  const { here, id, stored, first, second, sent } = await leftUndone();
  press('Leave it');
  expect(screen.queryByText(/page was left/)).toBeNull();
  screen.unmount();

  renderOn(here, <EditScreen id={id} first={0} />);
  await screen.findByText(/Drag by the handle/);
  expect(screen.queryByText(/page was left/)).toBeNull();
  expect(stored().slice(0, 2)).toEqual([first, second]);
  expect(sent()).toBe(0);
});

test('what was not done when the page was left waits while something else is done', async () => {
  const { stored, first, second, third } = await leftUndone();
  press(`Remove ${third}`);
  await waitFor(() => expect(stored()).not.toContain(third));
  expect(screen.getByText(new RegExp(`page was left.*move ${first}`))).toBeOnTheScreen();
  press('Do it anyway');
  await waitFor(() => expect(stored()).not.toContain(second));
  expect(stored()[0]).toBe(first);
  expect(screen.queryByText(/page was left/)).toBeNull();
});
