import type { Video, Wish } from '@/api/types';
import { signedIn } from './auth';
import { reported } from './films';
import { draft } from './planning';
import { keep, type World } from './world';

const dayMs = 24 * 60 * 60 * 1000;

/** A traveller who has been here before: one trip that is on, one to come, one that was. */
export function seed(world: World): ReturnType<typeof signedIn> {
  const traveller = signedIn(world, '민지');
  const date = (days: number) => new Date(world.now() + days * dayMs).toISOString().slice(0, 10);
  const trips: [number, number, Partial<Wish>][] = [
    [-40, -39, { destination: { name: 'Seoul' }, pace: 'relaxed' }],
    [21, 23, { destination: { name: 'Busan' }, interests: ['nature', 'view'], pace: 'packed' }],
    [0, 2, { destination: { name: 'Busan' }, budget: { amount: '300000', currency: 'KRW' } }],
  ];
  for (const [from, to, wish] of trips) {
    const drafted = draft(world, {
      destination: { name: 'Busan' },
      startDate: date(from),
      endDate: date(to),
      party: { adults: 2, children: 0 },
      interests: ['food', 'history', 'nature'],
      pace: 'balanced',
      language: 'ko',
      ...wish,
    });
    if ('trip' in drafted) keep(world, traveller.user, drafted.trip);
  }
  seedFilms(world, traveller.user);
  return traveller;
}

/** Films of the trip that was: one that is there, one that came to nothing, one that is being made. */
function seedFilms(world: World, user: string): void {
  const plan = [...world.plans.values()][0]?.plan;
  const at = (days: number) => new Date(world.now() - days * dayMs).toISOString();
  const photoUrls = Array.from(
    { length: 12 },
    (_, index) => `s3://oddiya-media/uploads/${user}/seed-${index}`,
  );
  const add = (jobId: string, film: Partial<Video>) =>
    world.films.set(jobId, {
      user,
      photoUrls,
      film: {
        jobId,
        status: 'COMPLETED',
        progress: 100,
        createdAt: at(1),
        template: 'basic',
        aspect: '9:16',
        seconds: 30,
        music: 'daybreak',
        keepAll: false,
        photos: [],
        ...(plan ? { planId: plan.id, title: plan.title } : {}),
        ...film,
      },
    });
  const links = (number: number) => ({
    posterUrl: `${world.address}/stage/poster/${number}`,
    previewUrl: `${world.address}/stage/film.mp4`,
  });
  const photos = reported(world, { planId: plan?.id, keepAll: false }, photoUrls).map((photo, index) =>
    index === 7 ? { photoUrl: photo.photoUrl, used: false, reason: 'duplicate' } : photo,
  );
  add('9001', {
    createdAt: at(38),
    endedAt: at(38),
    durationSeconds: 30,
    videoUrl: `${world.address}/stage/film.mp4`,
    ...links(1),
    photos,
  });
  add('9002', {
    createdAt: at(37),
    endedAt: at(37),
    template: 'polaroid',
    music: 'picnic',
    status: 'FAILED',
    progress: 12,
    failure: { code: 'too_few_photos', detail: 'A film needs 2 usable photos; there was 1.' },
    // As the API does: of photos that never came to be a film the refused ones alone.
    photos: photoUrls.slice(1, 3).map((photoUrl) => ({ photoUrl, used: false, reason: 'too_small' })),
  });
  add('9003', {
    createdAt: at(0),
    template: 'beat',
    music: 'streetlight',
    aspect: '16:9',
    seconds: 15,
    status: 'PROCESSING',
    progress: 12,
    ...links(2),
  });
}
