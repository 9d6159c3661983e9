import AsyncStorage from '@react-native-async-storage/async-storage';
import { act, fireEvent, screen, waitFor } from '@testing-library/react-native';

import type { NewVideo } from '@/api/types';
import { today } from '@/features/plan/days';
import { library, photo } from '@/testing/platform/photos';
import { planned } from '@/testing/plans';
import { renderOn, type Stage, stage } from '@/testing/render';
import { NewFilmScreen } from './NewFilmScreen';

let here: Stage;

beforeEach(async () => {
  here = await stage();
  library.chosen = [];
  library.proposals = [];
  library.failing = false;
  library.spots.clear();
  library.unreadable.clear();
});

const trip = () => planned(here, { startDate: today(), endDate: today() });

async function press(name: RegExp | string) {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.press(button));
}

/** Opens the sheet, which says what it means first, and agrees. */
async function look() {
  await press('Find the photos of this trip');
  const [, inSheet] = await screen.findAllByRole('button', { name: 'Find the photos of this trip' });
  if (inSheet) fireEvent.press(inSheet);
}

test('photos of the trip are found by its days, after it is said what that means', async () => {
  trip();
  library.proposals = [1, 2].map((number) => ({
    asset: `library-${number}`,
    uri: `ph://${number}`,
    takenAt: new Date(`${today()}T1${number}:00:00`).toISOString(),
  }));
  renderOn(here, <NewFilmScreen />);
  await press('Find the photos of this trip');
  expect(await screen.findByText(/on this device only/)).toBeOnTheScreen();
  const [, inSheet] = await screen.findAllByRole('button', { name: 'Find the photos of this trip' });
  if (inSheet) fireEvent.press(inSheet);
  await press('Take 2 photos');
  expect(await screen.findByText('2 of at most 60 chosen')).toBeOnTheScreen();
});

test('of the trip’s photos those taken at its stops come first, once that is wanted', async () => {
  const plan = trip();
  library.proposals = Array.from({ length: 70 }, (_, index) => ({
    asset: `library-${index}`,
    uri: `ph://${index}`,
    takenAt: new Date(Date.parse(`${today()}T10:00:00+09:00`) + index * 60_000).toISOString(),
  }));
  const at = plan.days[0]?.stops[0]?.position;
  if (at) for (const index of [67, 68, 69]) library.spots.set(`library-${index}`, at);
  renderOn(here, <NewFilmScreen planId={plan.id} />);
  await look();
  await press('Those of your stops first');
  expect(await screen.findByText('At your stops')).toBeOnTheScreen();
  expect(screen.getByText('Elsewhere, or without a place')).toBeOnTheScreen();
  await press('Take 60 photos');
  expect(await screen.findByText('60 of at most 60 chosen')).toBeOnTheScreen();
  expect(screen.getByRole('button', { name: 'Remove library-68.jpg' })).toBeOnTheScreen();
  expect(await AsyncStorage.getItem(`oddiya.films.${here.user}.draft`)).not.toMatch(/position/);
});

test('photos whose place cannot be read are told from those taken elsewhere, and read again', async () => {
  const plan = trip();
  library.proposals = [1, 2, 3].map((number) => ({
    asset: `library-${number}`,
    uri: `ph://${number}`,
    takenAt: new Date(`${today()}T1${number}:00:00+09:00`).toISOString(),
  }));
  library.unreadable.add('library-2').add('library-3');
  renderOn(here, <NewFilmScreen planId={plan.id} />);
  await look();
  await press('Those of your stops first');
  expect(await screen.findByText('The places of 2 photos could not be read')).toBeOnTheScreen();
  expect(screen.getByText('Elsewhere, or without a place')).toBeOnTheScreen();
  library.unreadable.delete('library-2');
  await press('Try again');
  expect(await screen.findByText('The place of 1 photo could not be read')).toBeOnTheScreen();
  await press('Take 3 photos');
  expect(await screen.findByText('3 of at most 60 chosen')).toBeOnTheScreen();
});

test('a library that does not answer is said, and asked again', async () => {
  trip();
  library.failing = true;
  renderOn(here, <NewFilmScreen />);
  await look();
  expect(await screen.findByText(/did not answer/)).toBeOnTheScreen();
  library.failing = false;
  await press('Try again');
  expect(await screen.findByText(/No photos from those days/)).toBeOnTheScreen();
});

test('where photos were taken is told only after a yes', async () => {
  const plan = trip();
  library.chosen = [1, 2].map((number) => photo(number, { asset: `library-${number}` }));
  library.spots.set('library-1', { lat: 35.1, lng: 129.03 });
  const bodies: NewVideo[] = [];
  here.backend.instead = (request) => {
    if (request.url.endsWith('/videos') && request.method === 'POST') {
      void request
        .clone()
        .json()
        .then((body) => bodies.push(body as NewVideo));
    }
    return undefined;
  };
  renderOn(here, <NewFilmScreen planId={plan.id} />);
  await press('Choose photos');
  fireEvent.press(await screen.findByRole('checkbox', { name: /^Also use where they were taken/ }));
  await waitFor(() =>
    expect(screen.getByRole('checkbox', { name: /^Also use where/, checked: true })).toBeOnTheScreen(),
  );
  await press('Make the film');
  await waitFor(() => expect(bodies).toHaveLength(1));
  expect(bodies[0]).toMatchObject({ planId: plan.id, photos: [{ position: { lat: 35.1, lng: 129.03 } }] });
  expect(bodies[0]?.photos).toHaveLength(1);
});

test('how many places could not be read for the film is said', async () => {
  const plan = trip();
  library.chosen = [1, 2].map((number) => photo(number, { asset: `library-${number}` }));
  library.unreadable.add('library-2');
  renderOn(here, <NewFilmScreen planId={plan.id} />);
  await press('Choose photos');
  fireEvent.press(await screen.findByRole('checkbox', { name: /^Also use where they were taken/ }));
  expect(await screen.findByText(/^The place of 1 photo could not be read/)).toBeOnTheScreen();
});
