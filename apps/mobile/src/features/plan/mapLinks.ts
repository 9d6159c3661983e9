import type { Leg, Position } from '@/api/types';

/** A way from one place to another, to be shown by an app of maps. */
export interface Way {
  /** Absent where the way begins wherever the traveller is. */
  from?: Named | undefined;
  to: Named;
  mode: Leg['mode'];
}

export interface Named {
  name: string;
  position: Position;
}

export const mapApps = ['kakao', 'naver', 'google', 'apple'] as const;
export type MapApp = (typeof mapApps)[number];

export interface MapLink {
  /** Opens the app where it is installed; absent where the address below does that by itself. */
  app?: string;
  web: string;
}

const modes = {
  kakao: { walk: 'FOOT', transit: 'PUBLICTRANSIT', car: 'CAR' },
  kakaoWeb: { walk: 'walk', transit: 'traffic', car: 'car' },
  naver: { walk: 'walk', transit: 'public', car: 'car' },
  naverWeb: { walk: 'walk', transit: 'transit', car: 'car' },
  google: { walk: 'walking', transit: 'transit', car: 'driving' },
  apple: { walk: 'w', transit: 'r', car: 'd' },
} as const;

/** Who asks, as Naver wants to know. */
const self = 'app.oddiya';

/**
 * The address of a way in each app of maps. Sources: Kakao's "URL Scheme" and "지도 URL", Naver Cloud's "Maps URL
 * Scheme", Google's "Maps URLs", Apple's "Map Links". Naver documents no address of its web page; the one here is what
 * that page itself makes.
 */
export function mapLink(app: MapApp, { from, to, mode }: Way): MapLink {
  switch (app) {
    case 'kakao':
      return {
        app: `kakaomap://route?${query({ sp: from && pair(from), ep: pair(to), by: modes.kakao[mode] })}`,
        web: from
          ? `https://map.kakao.com/link/by/${modes.kakaoWeb[mode]}/${kakaoPlace(from)}/${kakaoPlace(to)}`
          : `https://map.kakao.com/link/to/${kakaoPlace(to)}`,
      };
    case 'naver':
      return {
        app: `nmap://route/${modes.naver[mode]}?${query({
          slat: from?.position.lat,
          slng: from?.position.lng,
          sname: from?.name,
          dlat: to.position.lat,
          dlng: to.position.lng,
          dname: to.name,
          appname: self,
        })}`,
        web: `https://map.naver.com/p/directions/${from ? naverPlace(from) : '-'}/${naverPlace(to)}/-/${modes.naverWeb[mode]}`,
      };
    case 'google':
      return {
        web: `https://www.google.com/maps/dir/?${query({
          api: 1,
          origin: from && pair(from),
          destination: pair(to),
          travelmode: modes.google[mode],
        })}`,
      };
    case 'apple':
      return {
        web: `https://maps.apple.com/?${query({ saddr: from && pair(from), daddr: pair(to), dirflg: modes.apple[mode] })}`,
      };
  }
}

function pair({ position }: Named): string {
  return `${position.lat},${position.lng}`;
}

/** Commas and strokes part what stands in the path, so names go without them. */
function kakaoPlace({ name, position }: Named): string {
  return `${inPath(name)},${position.lat},${position.lng}`;
}

function naverPlace({ name, position }: Named): string {
  return `${position.lng},${position.lat},${inPath(name)},,`;
}

function inPath(name: string): string {
  return encodeURIComponent(name.replace(/[\s,/]+/g, ' ').trim());
}

function query(values: Record<string, string | number | undefined>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value)).replaceAll('%2C', ',')}`)
    .join('&');
}
