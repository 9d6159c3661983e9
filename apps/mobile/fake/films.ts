import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { NewVideo, Video } from '@/api/types';
import { answer, listing, nothing, openRoute, problem, route, type UserCall } from './http';
import { uploadIdIn } from './uploads';
import { instant, type MadeFilm, next, type World } from './world';

/** How far a film is at each look; what is looked at is alive. */
const steps = [0, 12, 35, 58, 81, 100] as const;

export const filmRoutes = [
  route('GET', '/api/v1/videos/templates', ({ world }) => answer(200, world.choice)),
  route('POST', '/api/v1/videos', order),
  route('GET', '/api/v1/videos', ({ url, user, world }) => {
    const mine = [...world.films.values()].filter((kept) => kept.user === user.id).reverse();
    for (const kept of mine) kept.film = moved(world, kept);
    return answer(
      200,
      listing(
        mine.map(({ film }) => film),
        url,
      ),
    );
  }),
  route('GET', '/api/v1/videos/{jobId}', ({ path, user, world }) => {
    const kept = world.films.get(path.jobId ?? '');
    if (!kept || kept.user !== user.id) return problem(404, 'not_found');
    kept.film = moved(world, kept);
    return answer<Video>(200, kept.film, { ETag: `"${kept.film.progress}"` });
  }),
  route('DELETE', '/api/v1/videos/{jobId}', ({ path, user, world }) => {
    const kept = world.films.get(path.jobId ?? '');
    if (!kept || kept.user !== user.id) return problem(404, 'not_found');
    world.films.delete(kept.film.jobId);
    return nothing();
  }),
  openRoute('GET', '/stage/store/{id}', ({ path, world }) => {
    const upload = world.uploads.get(path.id ?? '');
    if (!upload?.bytes) return problem(404, 'not_found');
    return new Response(new Uint8Array(upload.bytes), { headers: { 'Content-Type': upload.contentType } });
  }),
  // One film for all: what is made of photos here is only their order.
  openRoute('GET', '/stage/film.mp4', ({ request }) => film(request.headers.get('Range'))),
  openRoute(
    'GET',
    '/stage/poster/{number}',
    ({ path }) => new Response(poster(Number(path.number)), { headers: { 'Content-Type': 'image/svg+xml' } }),
  ),
];

/** Players ask for parts of a film, to be able to go to and fro in it. */
function film(range: string | null): Response {
  const whole = readFileSync(join(__dirname, 'data', 'film.mp4'));
  const headers = { 'Content-Type': 'video/mp4', 'Accept-Ranges': 'bytes' };
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined) return new Response(new Uint8Array(whole), { headers });
  const end = to ? Math.min(Number(to), whole.length - 1) : whole.length - 1;
  const part = new Uint8Array(whole.subarray(Number(from), end + 1));
  const where = { 'Content-Range': `bytes ${from}-${end}/${whole.length}` };
  return new Response(part, { status: 206, headers: { ...headers, ...where } });
}

/** A sky over hills, in colours of its own for each number. */
function poster(number: number): string {
  const hue = (number * 67 + 18) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 640"><defs><linearGradient id="s" x2="0" y2="1">
<stop stop-color="hsl(${hue} 70% 80%)"/><stop offset=".6" stop-color="hsl(${(hue + 340) % 360} 55% 68%)"/></linearGradient></defs>
<path fill="url(#s)" d="M0 0h360v640H0z"/><circle cx="${110 + (number % 3) * 70}" cy="250" r="46" fill="#fff4df"/>
<path fill="hsl(${(hue + 170) % 360} 24% 45%)" d="M0 400q70-46 150-10t210-40v290H0z"/>
<path fill="hsl(${(hue + 170) % 360} 38% 29%)" d="M0 470q90 40 180-4t180 10v164H0z"/>
<path fill="hsl(${(hue + 170) % 360} 60% 17%)" d="M0 545q110-40 200 6t160-12v101H0z"/></svg>`;
}

async function order({ request, user, world }: UserCall): Promise<Response> {
  const key = request.headers.get('Idempotency-Key');
  if (!key) return problem(400, 'validation_failed');
  const body = await request.text();
  const known = world.filmKeys.get(`${user.id} ${key}`);
  if (known && known.body !== body) return problem(422, 'idempotency_key_reused');
  if (known && !world.films.has(known.jobId)) return problem(410, 'gone');
  if (known) return accepted(known.jobId);

  const wanted = JSON.parse(body) as NewVideo;
  const errors = wanted.photoUrls
    .map((photoUrl, index) => ({
      upload: world.uploads.get(uploadIdIn(photoUrl)),
      pointer: `/photoUrls/${index}`,
    }))
    .filter(({ upload }) => upload?.user !== user.id || upload.bytes === null)
    .map(({ upload, pointer }) => ({
      pointer,
      code: upload?.user === user.id ? 'not_uploaded' : 'not_found',
      detail: 'Not there.',
    }));
  if (errors.length > 0) return problem(400, 'validation_failed', { errors });
  const film = filmOf(world, wanted);
  world.films.set(film.jobId, { user: user.id, film, photoUrls: wanted.photoUrls });
  world.filmKeys.set(`${user.id} ${key}`, { body, jobId: film.jobId });
  return accepted(film.jobId);
}

function accepted(jobId: string): Response {
  return answer(202, { jobId, status: 'PENDING' }, { Location: `/api/v1/videos/${jobId}` });
}

function filmOf(world: World, wanted: NewVideo): Video {
  const title = wanted.title ?? world.plans.get(wanted.planId ?? '')?.plan.title;
  return {
    jobId: String(next(world)),
    status: 'PENDING',
    progress: 0,
    template: wanted.template ?? 'basic',
    aspect: wanted.aspect ?? '9:16',
    seconds: wanted.seconds ?? 30,
    music: wanted.music ?? 'daybreak',
    keepAll: wanted.keepAll ?? false,
    createdAt: instant(world),
    ...(wanted.planId === undefined ? {} : { planId: wanted.planId }),
    ...(title === undefined ? {} : { title }),
    // What becomes of photos is known at the end.
    photos: [],
  };
}

/** A look later. The fourth photo always turns out to be blurred, so that there is something to tell. */
function moved(world: World, { film, photoUrls }: MadeFilm): Video {
  const at = film.status === 'FAILED' ? undefined : steps.find((step) => step > film.progress);
  if (at === undefined) return film;
  const first = uploadIdIn(photoUrls[0] ?? '');
  const filmUrl = `${world.address}/stage/film.mp4`;
  const shown = world.uploads.has(first)
    ? { posterUrl: `${world.address}/stage/store/${first}`, previewUrl: filmUrl }
    : {};
  if (at < 100) return { ...film, status: 'PROCESSING', progress: at, ...(at > steps[1] ? shown : {}) };
  return {
    ...film,
    status: 'COMPLETED',
    progress: 100,
    endedAt: instant(world),
    durationSeconds: film.seconds,
    videoUrl: filmUrl,
    ...shown,
    photos: reported(world, film, photoUrls),
  };
}

/** Photos are handed to the stops of the trip in turn, every fifth to none. */
export function reported(
  { plans }: World,
  { planId, keepAll }: Pick<Video, 'planId' | 'keepAll'>,
  photoUrls: readonly string[],
): Video['photos'] {
  const stops = plans.get(planId ?? '')?.plan.days.flatMap((day) => day.stops) ?? [];
  return photoUrls.map((photoUrl, index) => {
    if (index === 3 && !keepAll) return { photoUrl, used: false, reason: 'blurred' };
    const stop = index % 5 === 4 ? undefined : stops[Math.floor((index * stops.length) / photoUrls.length)];
    return { photoUrl, used: true, ...(stop ? { matchedStopId: stop.id } : {}) };
  });
}
