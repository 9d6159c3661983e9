import type { Video } from '../src/api/types';
import type { Backend } from '../fake/backend';
import { answer, nothing } from '../fake/http';
import { uploadIdIn } from '../fake/uploads';
import { failed, press, refuse, type Scene, type Scenes, type Stage, words } from './acts';
import { said } from './words';

const arriving = 3;

/** Films: put together, on their way, made, failed. */
export const filmScenes: Scenes = {
  films: { path: '/film' },
  'films-none': { path: '/film', fresh: true },
  'films-failed': {
    path: '/film',
    before: (backend) => refuse(backend, '/api/v1/videos', 500, 'internal_error'),
    act: failed,
  },
  'new-film': { path: '/film/new' },
  'new-film-photos': { path: '/film/new', act: (stage) => choosePhotos(stage) },
  'new-film-unfit': { path: '/film/new', act: (stage) => choosePhotos(stage, unfit) },
  'film-sending': sends(
    ({ page }) => {
      let begun = 0;
      return page.route('**/stage/store/**', (route) => {
        begun += 1;
        return begun > arriving ? undefined : route.continue();
      });
    },
    (t, all) => said(t.film.sending.counted, { arrived: arriving, all }),
  ),
  'film-held': sends(
    ({ page }) => page.route('**/stage/store/**', (route) => route.abort()),
    (t) => t.film.sending.heldOffline,
  ),
  'film-stuck': sends(
    ({ backend }) => turnAwayOne(backend),
    (t) =>
      'stuckBody_one' in t.film.sending ? t.film.sending.stuckBody_one : t.film.sending.stuckBody_other,
  ),
  'film-refused': sends(
    ({ backend }) =>
      refuse(backend, '/api/v1/videos', 400, 'validation_failed', {
        errors: [{ pointer: '/planId', code: 'not_found', detail: 'Gone.' }],
      }),
    (t) => t.film.sending.refusedPlan,
  ),
  'film-waiting': {
    path: '/film/9003',
    before: stays('9003', { status: 'PENDING', progress: 0, posterUrl: undefined, previewUrl: undefined }),
  },
  'film-in-the-making': { path: '/film/9003', before: stays('9003', {}) },
  film: { path: '/film/9001' },
  'film-playing': {
    path: '/film/9001',
    act: async ({ page, t }) => {
      await press(page, t.film.ready.play);
      await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.5);
      await page.evaluate(() => document.querySelector('video')?.pause());
    },
  },
  'film-failed': { path: '/film/9002' },
  'film-delete': { path: '/film/9001', act: ({ page, t }) => press(page, t.film.ready.delete) },
  'film-gone': { path: '/film/4711', act: failed },
};

interface File {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** What no film is made of. */
const unfit: File[] = [
  { name: 'a-long-name-of-notes-of-the-trip.txt', mimeType: 'text/plain', buffer: Buffer.from('notes') },
  { name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
];
const photoCount = 6;

/** Drawn pictures, of different sizes in bytes. */
async function photos({ page, backend }: Stage): Promise<File[]> {
  const easel = await page.context().newPage();
  await easel.setViewportSize({ width: 300, height: 400 });
  const drawn: File[] = [];
  for (let number = 1; number <= photoCount; number += 1) {
    await easel.goto(`${backend.world.address}/stage/poster/${number}`);
    drawn.push({
      name: `IMG_20261128_10${number}500.jpg`,
      mimeType: 'image/jpeg',
      buffer: await easel.screenshot({ type: 'jpeg' }),
    });
  }
  await easel.close();
  return drawn;
}

async function choosePhotos(stage: Stage, others: File[] = []) {
  const { page, t } = stage;
  const drawn = await photos(stage);
  const choosing = page.waitForEvent('filechooser');
  await press(page, t.film.photo.choose);
  await (await choosing).setFiles([...drawn, ...others]);
  await words(page, said(t.film.photo.count, { chosen: photoCount, most: 60 }));
}

/** A film that is ordered and, by `trouble`, does not simply arrive. */
function sends(trouble: (stage: Stage) => unknown, until: (t: Stage['t'], photos: number) => string): Scene {
  return {
    path: '/film/new',
    act: async (stage) => {
      await choosePhotos(stage);
      await trouble(stage);
      await press(stage.page, stage.t.film.order.make);
      await words(stage.page, until(stage.t, photoCount));
    },
  };
}

/** The store will not have the file that comes first, however often it comes. */
function turnAwayOne(backend: Backend) {
  let unwanted: number | undefined;
  backend.instead = ({ method, url }) => {
    const upload =
      method === 'PUT' ? backend.world.uploads.get(uploadIdIn(new URL(url).pathname)) : undefined;
    unwanted ??= upload?.size;
    return upload && upload.size === unwanted ? nothing(403) : undefined;
  };
}

/** A film that is as far as it is, however often one looks. */
function stays(jobId: string, as: Partial<Video>) {
  return (backend: Backend) => {
    const film = { ...backend.world.films.get(jobId)?.film, ...as };
    backend.instead = ({ method, url }) =>
      method === 'GET' && new URL(url).pathname === `/api/v1/videos/${jobId}`
        ? answer(200, film, { ETag: '"1"' })
        : undefined;
  };
}
