import { act, fireEvent, screen, waitFor } from '@testing-library/react-native';

import type { Video } from '@/api/types';
import { library, photos } from '@/testing/platform/photos';
import { device } from '@/testing/platform/upload';
import { renderOn, type Stage, stage } from '@/testing/render';
import { visited } from '@/testing/router';
import { FilmScreen } from './FilmScreen';
import { NewFilmScreen } from './NewFilmScreen';

let here: Stage;

beforeEach(async () => {
  here = await stage();
  visited.length = 0;
  library.chosen = photos(3);
});

const film = (jobId = '71') => here.backend.world.films.get(jobId)?.film;

/** A film that came to nothing, and the photos that were sent for it: from another device, or so long ago. */
function failed(code: string, more: Partial<Video> = {}): string[] {
  const { world } = here.backend;
  const photoUrls = ['a', 'b', 'c'].map((id) => {
    world.uploads.set(id, { user: here.user, bytes: new Uint8Array(3), contentType: 'image/jpeg', size: 3 });
    return `s3://oddiya-media/uploads/${here.user}/${id}`;
  });
  const made: Video = {
    jobId: '71',
    status: 'FAILED',
    progress: 40,
    createdAt: new Date().toISOString(),
    template: 'beat',
    aspect: '1:1',
    seconds: 15,
    music: 'none',
    keepAll: true,
    title: 'Three days in Busan',
    failure: { code, detail: '' },
    photos: photoUrls.map((photoUrl) => ({ photoUrl, used: true })),
    ...more,
  };
  world.films.set('71', { user: here.user, film: made, photoUrls });
  return photoUrls;
}

async function press(name: RegExp | string) {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.press(button));
}

/** Goes to the order that the last step led to. */
async function follow() {
  await waitFor(() => expect(visited.at(-1)).toContain('/film/[id]'));
  const { params } = JSON.parse(visited.at(-1) ?? '') as { params: { id: string } };
  screen.rerender(<></>);
  renderOn(here, <FilmScreen id={params.id} />);
}

const newFilms = () => [...here.backend.world.films.values()].filter(({ film: { jobId } }) => jobId !== '71');

test('a film that failed on our side is asked for again at a tap, of the same uploads', async () => {
  const photoUrls = failed('worker_lost');
  renderOn(here, <FilmScreen id="71" />);
  await press('Try again as it was');
  await follow();
  await waitFor(() => expect(visited.at(-1)).toMatch(/"id":"\d+"/));
  expect(newFilms()).toHaveLength(1);
  expect(newFilms()[0]).toMatchObject({
    photoUrls,
    film: { template: 'beat', aspect: '1:1', seconds: 15, music: 'none', title: 'Three days in Busan' },
  });
  expect(here.backend.seen).not.toContain('POST /api/v1/videos/uploads');
});

test('one that would fail again is to be changed first, with its photos there', async () => {
  failed('too_slow');
  renderOn(here, <FilmScreen id="71" />);
  await screen.findByRole('button', { name: 'Change it and try again' });
  expect(screen.queryByRole('button', { name: 'Try again as it was' })).toBeNull();
  await press('Change it and try again');
  expect(visited.at(-1)).toBe('/film/new');
  screen.rerender(<></>);
  renderOn(here, <NewFilmScreen />);
  expect(await screen.findByText('3 of at most 60 chosen')).toBeOnTheScreen();
  await press('Remove Photo 2');
  await press('Add photos');
  expect(await screen.findByText('5 of at most 60 chosen')).toBeOnTheScreen();
  await press('Make the film');
  await follow();
  await waitFor(() => expect(visited.at(-1)).toMatch(/"id":"\d+"/));
  expect(newFilms()).toHaveLength(1);
  expect(newFilms()[0]?.photoUrls).toHaveLength(5);
  expect(device.sentTo).toHaveLength(3);
});

test('photos that are not there any more are chosen anew', async () => {
  failed('photo_lost');
  here.backend.world.uploads.clear();
  renderOn(here, <FilmScreen id="71" />);
  await press('Try again as it was');
  await follow();
  expect(await screen.findByText('3 files cannot be sent')).toBeOnTheScreen();
  expect(screen.getByText(/Without them there are too few/)).toBeOnTheScreen();
  await press('Choose other photos');
  expect(visited.at(-1)).toBe('/film/new');
  screen.rerender(<></>);
  renderOn(here, <NewFilmScreen />);
  await press('Choose photos');
  expect(await screen.findByText('3 of at most 60 chosen')).toBeOnTheScreen();
  expect(screen.getByRole('radio', { name: '15 seconds', checked: true })).toBeOnTheScreen();
  expect(newFilms()).toEqual([]);
});

test('without its photos being known there is a new film to be made', async () => {
  failed('worker_lost', { photos: [] });
  renderOn(here, <FilmScreen id="71" />);
  await press('Make a new film');
  expect(visited.at(-1)).toBe('/film/new');
  expect(film()?.status).toBe('FAILED');
});

test('of a film whose photos were looked at elsewhere only the refused ones are known: it is made anew', async () => {
  const [photoUrl = ''] = failed('too_few_photos');
  const made = here.backend.world.films.get('71');
  if (made) made.film = { ...made.film, photos: [{ photoUrl, used: false, reason: 'too_small' }] };
  renderOn(here, <FilmScreen id="71" />);
  await press('Make a new film');
  expect(screen.queryByRole('button', { name: 'Change it and try again' })).toBeNull();
  expect(visited.at(-1)).toBe('/film/new');
});
