import type { Place, Position, Wish } from '@/api/types';
import records from './data/places.json';
import { answer, listing, route } from './http';

type Language = Wish['language'];

/** A place as the demo holds it: facts of public sources, as of 2026. */
export interface Record {
  id: string;
  city: string;
  names: { ko: string; en?: string; ja?: string; zh?: string };
  category: string;
  interests: string[];
  outdoor: boolean;
  position: Position;
  address: string | null;
  hours: { open: string; close: string; closedDays: string[]; lastAdmission?: string } | null;
  adultKrw: number | null;
  minutes: number;
}

export const places = records as Record[];

const cities: { name: string; words: string[]; position: Position }[] = [
  { name: 'Busan', words: ['busan', '부산', '釜山'], position: { lat: 35.1587, lng: 129.1604 } },
  { name: 'Seoul', words: ['seoul', '서울', 'ソウル', '首尔'], position: { lat: 37.5663, lng: 126.9779 } },
];

export function cityNamed(name: string): string | undefined {
  const word = name.trim().toLowerCase();
  return cities.find(({ words }) => words.some((one) => word.includes(one)))?.name;
}

export function cityNear(position: Position): string | undefined {
  return cities.find((city) => metersBetween(city.position, position) < 40_000)?.name;
}

export function placeOf(placeId: string): Record | undefined {
  return places.find((place) => placeIdOf(place) === placeId);
}

export function placesNamed(text: string): Record[] {
  const word = text.trim().toLowerCase();
  return places.filter(
    (place) =>
      Object.values(place.names).some((name) => name.toLowerCase().includes(word)) || place.category === word,
  );
}

export function placeIdOf(place: Record): string {
  return `catalogue:${place.id}`;
}

export function nameOf(place: Record, language: Language): string {
  return place.names[language] ?? place.names.en ?? place.names.ko;
}

export const fetchedAt = '2026-11-01T00:00:00Z';

export function placeView(place: Record, language: Language): Place {
  return {
    placeId: placeIdOf(place),
    name: nameOf(place, language),
    localName: place.names.ko,
    category: place.category,
    position: place.position,
    address: place.address,
    hours: place.hours
      ? {
          status: 'known',
          rules: [
            {
              from: '01-01',
              to: '12-31',
              days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
              open: place.hours.open,
              close: place.hours.close,
            },
          ],
        }
      : { status: 'unknown' },
    source: { provider: 'catalogue', id: place.id, fetchedAt },
  };
}

/** The way over the ground, roughly: of no more use than to tell near from far. */
export function metersBetween(a: Position, b: Position): number {
  const north = (a.lat - b.lat) * 111_320;
  const east = (a.lng - b.lng) * 111_320 * Math.cos((a.lat * Math.PI) / 180);
  return Math.round(Math.hypot(north, east));
}

export const placeRoutes = [
  route('GET', '/api/v1/places', ({ request, url }) => {
    const query = url.searchParams.get('query') ?? '';
    const category = url.searchParams.get('category');
    const spoken = (request.headers.get('Accept-Language') ?? 'ko').slice(0, 2);
    const language = (['ko', 'en', 'ja', 'zh'] as const).find((one) => one === spoken) ?? 'ko';
    const found = placesNamed(query).filter((place) => category === null || place.category === category);
    const page = listing(
      found.map((place) => placeView(place, language)),
      url,
    );
    return answer(200, { ...page, silent: [] });
  }),
];
