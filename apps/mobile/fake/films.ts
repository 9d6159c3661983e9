import type { NewVideo, Video } from '@/api/types';
import { answer, listing, nothing, openRoute, problem, route, type UserCall } from './http';
import { uploadIdIn } from './uploads';
import { instant, next, type World } from './world';

/** How far a film is at each look; what is looked at is alive. */
const steps = [0, 12, 35, 58, 81, 100];

export const filmRoutes = [
  route('GET', '/api/v1/videos/templates', ({ world }) => answer(200, world.choice)),
  route('POST', '/api/v1/videos', order),
  route('GET', '/api/v1/videos', ({ url, user, world }) => {
    const mine = [...world.films.values()].filter((kept) => kept.user === user.id).reverse();
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
    kept.film = moved(world, kept.film);
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
];

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
  world.films.set(film.jobId, { user: user.id, film });
  world.filmKeys.set(`${user.id} ${key}`, { body, jobId: film.jobId });
  return accepted(film.jobId);
}

function accepted(jobId: string): Response {
  return answer(202, { jobId, status: 'PENDING' }, { Location: `/api/v1/videos/${jobId}` });
}

function filmOf(world: World, wanted: NewVideo): Video {
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
    ...(wanted.title === undefined ? {} : { title: wanted.title }),
    photos: wanted.photoUrls.map((photoUrl) => ({ photoUrl, used: true })),
  };
}

/** A look later. The fourth photo always turns out to be blurred, so that there is something to tell. */
function moved(world: World, film: Video): Video {
  const at = steps.find((step) => step > film.progress);
  if (at === undefined) return film;
  const first = film.photos[0];
  const picture = first && `${world.address}/stage/store/${uploadIdIn(first.photoUrl)}`;
  if (at < 100)
    return { ...film, status: 'PROCESSING', progress: at, ...(picture ? { previewUrl: picture } : {}) };
  return {
    ...film,
    status: 'COMPLETED',
    progress: 100,
    endedAt: instant(world),
    durationSeconds: film.seconds,
    videoUrl: `${world.address}/stage/film.mp4`,
    ...(picture ? { posterUrl: picture } : {}),
    photos: film.photos.map((photo, index) =>
      index === 3 && !film.keepAll ? { ...photo, used: false, reason: 'blurred' } : photo,
    ),
  };
}
