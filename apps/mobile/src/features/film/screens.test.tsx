import { act, fireEvent, screen, waitFor } from '@testing-library/react-native';

import { problem } from '@fake/http';
import type { Video } from '@/api/types';
import { today } from '@/features/plan/days';
import { gallery } from '@/testing/platform/save';
import { library, photo, photos } from '@/testing/platform/photos';
import { pushes } from '@/testing/platform/push';
import { device } from '@/testing/platform/upload';
import { planned } from '@/testing/plans';
import { renderOn, type Stage, stage } from '@/testing/render';
import { visited } from '@/testing/router';
import { FilmScreen } from './FilmScreen';
import { FilmsScreen } from './FilmsScreen';
import { NewFilmScreen } from './NewFilmScreen';

let here: Stage;

beforeEach(async () => {
  here = await stage();
  visited.length = 0;
  library.chosen = photos(3);
  library.failing = false;
  pushes.state = 'unasked';
});

const trip = () => planned(here, { startDate: today(), endDate: today() });

function made(more: Partial<Video>): Video {
  const film: Video = {
    jobId: '71',
    status: 'COMPLETED',
    progress: 100,
    createdAt: new Date().toISOString(),
    template: 'basic',
    aspect: '9:16',
    seconds: 30,
    music: 'daybreak',
    keepAll: false,
    title: 'Three days in Busan',
    photos: [],
    ...more,
  };
  here.backend.world.films.set(film.jobId, { user: here.user, film, photoUrls: [] });
  return film;
}

/** Where the last step led: an order's key. */
async function orderKey(): Promise<string> {
  await waitFor(() => expect(visited.at(-1)).toContain('/film/[id]'));
  return (JSON.parse(visited.at(-1) ?? '') as { params: { id: string } }).params.id;
}

async function press(name: RegExp | string) {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.press(button));
}

test('without a film the list invites to one', async () => {
  renderOn(here, <FilmsScreen />);
  expect(await screen.findByText('No film yet')).toBeOnTheScreen();
});

test('films are listed with how far they are', async () => {
  made({ jobId: '71' });
  made({ jobId: '72', title: 'Seoul', status: 'FAILED', progress: 12 });
  renderOn(here, <FilmsScreen />);
  expect(await screen.findByText('Ready')).toBeOnTheScreen();
  expect(screen.getByText('Could not be made')).toBeOnTheScreen();
});

test('a film without a title of its own is called as its trip is', async () => {
  const plan = trip();
  made({ planId: plan.id, title: undefined });
  renderOn(here, <FilmScreen id="71" />);
  expect(await screen.findByRole('heading', { name: plan.title })).toBeOnTheScreen();
});

test('photos are chosen, the film is asked for, and its own page takes over', async () => {
  renderOn(here, <NewFilmScreen />);
  expect(await screen.findByRole('button', { name: 'Make the film' })).toBeDisabled();
  await press('Choose photos');
  expect(await screen.findByText('3 photos · 30 seconds · Tall 9:16')).toBeOnTheScreen();
  await press('Remove IMG_2.jpg');
  fireEvent.press(screen.getByRole('radio', { name: /^On the beat/ }));
  fireEvent.press(screen.getByRole('radio', { name: '15 seconds' }));
  await press('Make the film');
  const key = await orderKey();
  screen.rerender(<></>);
  renderOn(here, <FilmScreen id={key} />);
  await waitFor(() => expect(visited.at(-1)).toMatch(/"id":"\d+"/));
  const [{ film } = { film: null }] = here.backend.world.films.values();
  expect(film).toMatchObject({ template: 'beat', seconds: 15 });
});

test('what is not taken is said in words', async () => {
  library.chosen = [photo(1), photo(2, { name: 'clip.mov', contentType: 'video/quicktime' })];
  renderOn(here, <NewFilmScreen />);
  await press('Choose photos');
  expect(await screen.findByText('clip.mov is none of JPEG, PNG, WebP, HEIC and AVIF.')).toBeOnTheScreen();
});

test('a picker that does not open is said', async () => {
  library.failing = true;
  renderOn(here, <NewFilmScreen />);
  await press('Choose photos');
  expect(await screen.findByText(/^Nothing could be chosen/)).toBeOnTheScreen();
  library.failing = false;
  await press('Choose photos');
  expect(await screen.findByText('3 of at most 60 chosen')).toBeOnTheScreen();
  expect(screen.queryByText(/^Nothing could be chosen/)).toBeNull();
});

test('that trips could not be read is said, and they are read again', async () => {
  const plan = trip();
  here.backend.instead = (request) =>
    new URL(request.url).pathname === '/api/v1/plans' ? problem(403, 'caller_not_allowed') : undefined;
  renderOn(here, <NewFilmScreen />);
  expect(await screen.findByText(/^Your trips could not be read/)).toBeOnTheScreen();
  here.backend.instead = null;
  await press('Try again');
  expect(await screen.findByRole('radio', { name: new RegExp(`^${plan.title}`) })).toBeOnTheScreen();
});

test('that the stops of a film’s trip could not be read is not taken for photos of nowhere', async () => {
  const plan = trip();
  here.backend.instead = (request) =>
    new URL(request.url).pathname === `/api/v1/plans/${plan.id}` ? problem(503, 'unavailable') : undefined;
  made({
    planId: plan.id,
    videoUrl: 'http://oddiya.test/stage/film.mp4',
    photos: [{ photoUrl: 's3://a', used: true, matchedStopId: plan.days[0]?.stops[0]?.id ?? '' }],
  });
  renderOn(here, <FilmScreen id="71" />);
  expect(await screen.findByText('The stops of its trip could not be read')).toBeOnTheScreen();
  expect(screen.getByText(/^A part of Oddiya is away/)).toBeOnTheScreen();
});

test('without a network an order says that it waits, and can be given up', async () => {
  device.halfway = () => {
    here.backend.away = true;
    return Promise.resolve('brokenOff');
  };
  renderOn(here, <NewFilmScreen />);
  await press('Choose photos');
  await screen.findByText(/^3 photos/);
  await press('Make the film');
  const key = await orderKey();
  screen.rerender(<></>);
  renderOn(here, <FilmScreen id={key} />);
  expect(await screen.findByText(/There is no connection/)).toBeOnTheScreen();
  await press('Give up this film');
  await press('Give it up');
  expect(await screen.findByText('This is not on its way any more')).toBeOnTheScreen();
  expect(device.kept.size).toBe(0);
});

test('a film that is there says what became of its photos, and can be saved and shared', async () => {
  const plan = trip();
  const stop = plan.days[0]?.stops[0];
  made({
    planId: plan.id,
    videoUrl: 'http://oddiya.test/stage/film.mp4',
    photos: [
      { photoUrl: 's3://a', used: true, matchedStopId: stop?.id ?? '' },
      { photoUrl: 's3://b', used: false, reason: 'blurred' },
    ],
  });
  renderOn(here, <FilmScreen id="71" />);
  expect(await screen.findByText('Nothing in these is sharp.')).toBeOnTheScreen();
  expect(await screen.findByText(stop?.name ?? '')).toBeOnTheScreen();
  await press('Save to your photos');
  expect(await screen.findByText('Saved among your photos.')).toBeOnTheScreen();
  await press('Share');
  await waitFor(() => expect(gallery.shared).toEqual(['Three days in Busan']));
  await press('Play the film');
  expect(await screen.findByTestId('video')).toBeOnTheScreen();
});

test('a film that failed says why', async () => {
  made({
    status: 'FAILED',
    failure: { code: 'too_few_photos', detail: '' },
    photos: [{ photoUrl: 's3://a', used: false, reason: 'too_small' }],
  });
  renderOn(here, <FilmScreen id="71" />);
  expect(await screen.findByText(/Fewer than two of its photos/)).toBeOnTheScreen();
  expect(screen.getByText('These have too few pixels to fill the picture.')).toBeOnTheScreen();
});

test('a failure that is new is still said', async () => {
  made({ status: 'FAILED', failure: { code: 'moonstruck', detail: 'Moon.' } });
  renderOn(here, <FilmScreen id="71" />);
  expect(await screen.findByText('It could not be made. Please try again.')).toBeOnTheScreen();
});

test('while a film is made one may ask to be told, and the device is signed up', async () => {
  made({ status: 'PENDING', progress: 0 });
  renderOn(here, <FilmScreen id="71" />);
  await press('Tell me when it is ready');
  expect(await screen.findByText(/We tell you when it is ready/)).toBeOnTheScreen();
  expect(here.backend.world.devices.get('this-device')).toMatchObject({ platform: 'ios' });
});

test('without permission the list tells', async () => {
  pushes.state = 'denied';
  made({ status: 'PENDING', progress: 0 });
  renderOn(here, <FilmScreen id="71" />);
  expect(await screen.findByText(/The list says when it is ready/)).toBeOnTheScreen();
});

test('a film is deleted after being asked once more', async () => {
  made({});
  renderOn(here, <FilmScreen id="71" />);
  await press('Delete this film');
  expect(here.backend.world.films.size).toBe(1);
  await press('Delete it');
  await waitFor(() => expect(visited.at(-1)).toBe('/film'));
  expect(here.backend.world.films.size).toBe(0);
});

test('a film that is not there says so', async () => {
  renderOn(here, <FilmScreen id="99" />);
  expect(await screen.findByText('This does not exist, or it is not yours.')).toBeOnTheScreen();
});
