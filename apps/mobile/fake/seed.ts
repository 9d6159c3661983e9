import type { Wish } from '@/api/types';
import { signedIn } from './auth';
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
  return traveller;
}
