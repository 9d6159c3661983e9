import type { Trip } from '@/api/types';
import { datesOf, tripOf } from '../fake/planning';
import { placeIdOf, places } from '../fake/places';
import { timedDay } from '../fake/timing';
import type { World } from '../fake/world';

const stopsADay = 8;

/** Fourteen days of eight stops each. A city of the demo has not as many places, so some are gone to again. */
export function fullTrip(world: World): Trip {
  const startDate = '2027-05-01';
  const endDate = '2027-05-14';
  const party = { adults: 2, children: 0 };
  const seoul = places.filter(({ city }) => city === 'Seoul');
  const days = datesOf(startDate, endDate).map((date, index) => {
    const stops = Array.from({ length: stopsADay }, (_, at) => seoul[(index * 5 + at) % seoul.length]);
    return timedDay(
      world,
      date,
      stops.flatMap((place) => (place ? [{ placeId: placeIdOf(place) }] : [])),
      'en',
      party,
    );
  });
  const destination = { name: 'Seoul' };
  return tripOf(world, {
    title: 'Seoul',
    language: 'en',
    request: { destination, startDate, endDate, party, pace: 'packed', language: 'en' },
    destination,
    startDate,
    endDate,
    source: 'optimizer',
    days,
  });
}
