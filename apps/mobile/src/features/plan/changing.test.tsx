import AsyncStorage from '@react-native-async-storage/async-storage';
import { fireEvent, screen, waitFor } from '@testing-library/react-native';
import { Linking, Share } from 'react-native';

import { problem } from '@fake/http';
import { change } from '@fake/world';
import { planned } from '@/testing/plans';
import { renderOn, type Stage, stage } from '@/testing/render';
import { visited } from '@/testing/router';
import { PlanScreen } from './PlanScreen';
import { ReviseScreen } from './ReviseScreen';

async function opened() {
  const here = await stage();
  const plan = planned(here);
  const shown = renderOn(here, <PlanScreen id={plan.id} />);
  await screen.findByRole('button', { name: 'Edit' });
  return { here, plan, shown };
}

function press(name: string | RegExp) {
  fireEvent.press(screen.getByRole('button', { name }));
}

function keptOf({ backend: { world } }: Stage, id: string) {
  const kept = world.plans.get(id);
  if (!kept) throw new Error('no plan');
  return kept;
}

test('a trip is named and noted, also on top of what somebody else has called it, once seen', async () => {
  const { here, plan } = await opened();
  press('More about this trip');
  press('Name and notes');
  fireEvent.changeText(screen.getByLabelText('Name'), 'Sea and markets');
  fireEvent.changeText(screen.getByLabelText('Notes'), 'Bring a coat.');
  change(here.backend.world, keptOf(here, plan.id), { title: 'Theirs' });
  press('Save');
  expect(await screen.findByText(/There it is called “Theirs”/)).toBeOnTheScreen();
  expect(screen.getByLabelText('Name').props.value).toBe('Sea and markets');
  press('Save mine anyway');
  await waitFor(() =>
    expect(keptOf(here, plan.id).plan).toMatchObject({ title: 'Sea and markets', notes: 'Bring a coat.' }),
  );
});

test('what was typed of a trip is there again after the page was left, until it is saved or closed', async () => {
  const { here, plan, shown } = await opened();
  press('More about this trip');
  press('Name and notes');
  fireEvent.changeText(screen.getByLabelText('Notes'), 'Bring a coat.');
  shown.unmount();

  const again = renderOn(here, <PlanScreen id={plan.id} />);
  expect(await screen.findByLabelText('Notes')).toHaveProp('value', 'Bring a coat.');
  expect(screen.getByLabelText('Name')).toHaveProp('value', plan.title);
  press('Save');
  await waitFor(() => expect(screen.queryByLabelText('Notes')).toBeNull());
  expect(keptOf(here, plan.id).plan).toMatchObject({ title: plan.title, notes: 'Bring a coat.' });
  press('More about this trip');
  press('Name and notes');
  fireEvent.changeText(screen.getByLabelText('Name'), 'Never mind');
  press('Close');
  again.unmount();

  renderOn(here, <PlanScreen id={plan.id} />);
  await screen.findByRole('button', { name: 'Edit' });
  expect(screen.queryByLabelText('Name')).toBeNull();
});

test('what was typed of a trip before the page was left is saved over what is newer only once that was seen', async () => {
  const { here, plan, shown } = await opened();
  press('More about this trip');
  press('Name and notes');
  fireEvent.changeText(screen.getByLabelText('Name'), 'Sea and markets');
  shown.unmount();

  change(here.backend.world, keptOf(here, plan.id), { title: 'Theirs', notes: 'A coat.' });
  // What was read before is too old to be shown by now.
  await AsyncStorage.clear();
  renderOn(here, <PlanScreen id={plan.id} />);
  expect(await screen.findByText(/There it is called “Theirs”, with the notes: A coat/)).toBeOnTheScreen();
  expect(screen.getByLabelText('Name')).toHaveProp('value', 'Sea and markets');
  press('Save mine anyway');
  // What was not changed here stays theirs.
  await waitFor(() =>
    expect(keptOf(here, plan.id).plan).toMatchObject({ title: 'Sea and markets', notes: 'A coat.' }),
  );
});

test('a trip is deleted after its meaning was said', async () => {
  const { here, plan } = await opened();
  press('More about this trip');
  press('Delete this trip');
  expect(screen.getByText(/will be gone for good/)).toBeOnTheScreen();
  press('Delete it');
  await waitFor(() => expect(here.backend.world.plans.has(plan.id)).toBe(false));
  await waitFor(() => expect(visited.at(-1)).toBe('/'));
});

test('without a network a trip is not deleted, and that is said', async () => {
  const { here, plan } = await opened();
  press('More about this trip');
  press('Delete this trip');
  here.backend.away = true;
  press('Delete it');
  expect(await screen.findByText(/no connection to Oddiya/)).toBeOnTheScreen();
  expect(here.backend.world.plans.has(plan.id)).toBe(true);
});

test('a link is made, sent by the system’s sheet, and closed again', async () => {
  const sent = jest.spyOn(Share, 'share').mockResolvedValue({ action: Share.sharedAction });
  const { here, plan } = await opened();
  press('Share');
  press('Make a link');
  const url = await screen.findByText(/\/share\/share-/);
  press('Send the link');
  await screen.findByText('Shared.');
  expect(sent.mock.calls[0]?.[0]).toMatchObject({
    message: expect.stringContaining(String(url.props.children)) as string,
  });
  press('Close all links');
  await screen.findByText('No link to this trip is open any more.');
  expect(keptOf(here, plan.id).share).toBeNull();
  sent.mockRestore();
});

test('a way opens in the app of maps, or on its page where there is none', async () => {
  const asked: string[] = [];
  const open = jest.spyOn(Linking, 'openURL').mockImplementation((url) => {
    asked.push(url);
    return url.startsWith('kakaomap:') ? Promise.reject(new Error('no app')) : Promise.resolve(true);
  });
  await opened();
  fireEvent.press(screen.getAllByRole('button', { name: /Open in maps$/ })[0] ?? screen.root);
  fireEvent.press(screen.getByRole('link', { name: 'KakaoMap' }));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[0]).toMatch(/^kakaomap:\/\/route/);
  expect(asked[1]).toMatch(/^https:\/\/map\.kakao\.com\//);
  open.mockRestore();
});

test('checks are made again, and what has not changed is said', async () => {
  const { here, plan } = await opened();
  press(/^Checks of this trip|Checks of this trip/);
  press('Check again');
  expect(await screen.findByText('Nothing has changed since.')).toBeOnTheScreen();
  expect(here.backend.seen).toContain(`POST /api/v1/plans/${plan.id}/verify`);
});

async function revising(sentence: string) {
  const here = await stage();
  const plan = planned(here);
  const shown = renderOn(here, <ReviseScreen id={plan.id} revisionId={null} />);
  fireEvent.changeText(await screen.findByLabelText('What should be different?'), sentence);
  press('Show me');
  return { here, plan, shown };
}

/** The proposal that was made, as the address of the page comes to name it. */
async function proposed(here: Stage, id: string): Promise<string> {
  await waitFor(() => expect(keptOf(here, id).revisions.size).toBe(1));
  return [...keptOf(here, id).revisions.keys()][0] ?? '';
}

test('a sentence becomes a proposal, whose differences are seen before it is taken', async () => {
  const { here, plan, shown } = await revising('more relaxed');
  const revisionId = await proposed(here, plan.id);
  shown.unmount();
  renderOn(here, <ReviseScreen id={plan.id} revisionId={revisionId} />);
  expect(await screen.findByText('more relaxed')).toBeOnTheScreen();
  expect(screen.getByText('1 removed')).toBeOnTheScreen();
  expect(screen.getByText('Removed')).toBeOnTheScreen();
  const before = keptOf(here, plan.id).plan.days.flatMap((day) => day.stops).length;
  press('Take it');
  await waitFor(() =>
    expect(keptOf(here, plan.id).plan.days.flatMap((day) => day.stops)).toHaveLength(before - 1),
  );
});

test('a proposal for a trip that has changed since is made anew, not forced', async () => {
  const { here, plan, shown } = await revising('more relaxed');
  const revisionId = await proposed(here, plan.id);
  change(here.backend.world, keptOf(here, plan.id), { title: 'Theirs' });
  shown.unmount();
  renderOn(here, <ReviseScreen id={plan.id} revisionId={revisionId} />);
  fireEvent.press(await screen.findByRole('button', { name: 'Take it' }));
  expect(await screen.findByText(/has been changed since this was proposed/)).toBeOnTheScreen();
  press('Propose it anew');
  await waitFor(() => expect(keptOf(here, plan.id).revisions.size).toBe(2));
});

test('a sentence that is not understood is answered with what would be', async () => {
  const { plan, here } = await revising('hmm');
  expect(await screen.findByText(/We did not understand that, or it would change nothing/)).toBeOnTheScreen();
  expect(keptOf(here, plan.id).revisions.size).toBe(0);
});

test('what cannot be comes with what could be instead', async () => {
  const here = await stage();
  const plan = planned(here);
  let asked: unknown;
  here.backend.instead = (request) => {
    if (!request.url.endsWith('/revise')) return undefined;
    if (asked !== undefined) return undefined;
    asked = true;
    return problem(422, 'infeasible', {
      conflicts: [{ kind: 'pace', pointers: ['/instruction'], detail: 'The day is full.' }],
      relaxations: [
        {
          detail: 'Take it easier instead',
          patch: [{ op: 'replace', path: '/instruction', value: 'more relaxed' }],
        },
      ],
    });
  };
  renderOn(here, <ReviseScreen id={plan.id} revisionId={null} />);
  fireEvent.changeText(await screen.findByLabelText('What should be different?'), 'add everything');
  press('Show me');
  expect(await screen.findByText('The day is full.')).toBeOnTheScreen();
  press('Take it easier instead');
  await proposed(here, plan.id);
});

test('earlier proposals can be opened again', async () => {
  const { here, plan, shown } = await revising('more relaxed');
  await proposed(here, plan.id);
  shown.unmount();
  renderOn(here, <ReviseScreen id={plan.id} revisionId={null} />);
  expect(await screen.findByRole('link', { name: /more relaxed/ })).toBeOnTheScreen();
});
