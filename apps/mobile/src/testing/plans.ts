import { draft } from '@fake/planning';
import { keep } from '@fake/world';
import type { Plan, Stop, Wish } from '@/api/types';
import type { Stage } from './render';

/** A stop of which only this matters. */
export function aStop(stop: Partial<Stop>): Stop {
  const checked = { verdict: 'pass', reason: 'Checked' } as const;
  return {
    id: 'stop',
    placeId: `catalogue:${stop.id ?? 'place'}`,
    source: { provider: 'catalogue', id: 'place', fetchedAt: '2026-11-01T00:00:00Z' },
    name: `Place ${stop.id ?? ''}`,
    localName: '곳',
    category: 'museum',
    position: { lat: 35.1, lng: 129.04 },
    address: null,
    arrive: '09:00',
    depart: '10:00',
    activity: 'See it.',
    locked: false,
    legFromPrevious: null,
    checks: { exists: checked, open: checked, travel: checked, weather: checked },
    ...stop,
  };
}

/** A plan of the traveller on this stage. */
export function planned({ backend: { world }, user }: Stage, wish: Partial<Wish> = {}): Plan {
  const drafted = draft(world, {
    destination: { name: 'Busan' },
    startDate: '2027-04-10',
    endDate: '2027-04-12',
    party: { adults: 2, children: 0 },
    pace: 'balanced',
    language: 'en',
    ...wish,
  });
  if ('infeasible' in drafted) throw new Error('infeasible');
  return keep(world, user, drafted.trip).plan;
}
