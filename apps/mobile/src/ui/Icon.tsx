import Svg, { Path } from 'react-native-svg';

import { useTextScale } from './textScale';
import { useColours } from './theme';
import type { Palette } from './tokens';

/**
 * Signs drawn for Oddiya on a grid of 24, in lines of 1.75. They never speak for themselves to those who listen:
 * the control around them has the name.
 */
const drawings = {
  // Places to go in the app
  trips: 'M9 4 3.5 6.5v13L9 17l6 3 5.5-2.5v-13L15 7 9 4Zm0 0v13m6-10v13',
  film: 'M4 5.5h16v13H4zM4 10h16M8 5.5 6.5 10M13 5.5 11.5 10M18 5.5 16.5 10m-6 2.500v4l3.5-2z',
  me: 'M12 12.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.8-3.5 3.8-5 7.5-5s6.7 1.5 7.5 5',
  // Doing
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  search: 'M11 17.500a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM16 16l4.5 4.5',
  share: 'M12 15V4m0 0L8 8m4-4 4 4M6 12H5v8h14v-8h-1',
  edit: 'M4.5 19.500l1-4L16 5l3 3L8.5 18.500l-4 1ZM14 7l3 3',
  trash: 'M5 7h14M10 7V4.500h4V7M7 7l.8 12.500h8.400L17 7',
  undo: 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4',
  up: 'M12 19V5m0 0-6 6m6-6 6 6',
  down: 'M12 5v14m0 0 6-6m-6 6-6-6',
  drag: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  lock: 'M6 10.500h12V20H6zM8.5 10.500V8a3.5 3.5 0 0 1 7 0v2.5',
  unlock: 'M6 10.500h12V20H6zM8.5 10.500V8a3.5 3.5 0 0 1 6.7-1.4',
  next: 'M9 5l7 7-7 7',
  open: 'M6 9l6 6 6-6',
  play: 'M8 5.500v13l10.5-6.500z',
  download: 'M12 4v11m0 0-4-4m4 4 4-4M5 19.500h14',
  again: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.300L19.5 9m0-4.500V9H15',
  sparkle: 'M12 4l1.8 5.200L19 11l-5.2 1.800L12 18l-1.8-5.200L5 11l5.2-1.800zM18.5 16.500v4M16.5 18.500h4',
  wand: 'M5 19 15 9M17 7l1-1M14 4v2M20 10h-2M18.5 12.500l1 1M10.5 4.500l1 1',
  // Saying
  check: 'M5 12.500l4.5 4.500L19 7.5',
  cross: 'M7 7l10 10M17 7 7 17',
  question: 'M9 9.200a3 3 0 1 1 4.4 2.700c-.9.5-1.4 1.1-1.4 2.100M12 17.500h.01',
  warning: 'M12 4.5 21 19.500H3zM12 10v4.500M12 17h.01',
  info: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5M12 8h.01',
  offline:
    'M4 4l16 16M8.5 13.500A6 6 0 0 1 12 12.200M5.5 10A10 10 0 0 1 9 8m4-.7a10 10 0 0 1 5.5 2.700M12 17.500h.01',
  clock: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7v5l3.5 2',
  calendar: 'M4.5 6.500h15v13h-15zM4.5 10.500h15M8.5 4v4M15.5 4v4',
  pin: 'M12 21c4.5-4.7 7-8.3 7-11.200A7 7 0 0 0 5 9.800C5 12.7 7.5 16.3 12 21ZM12 12.200a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.800Z',
  people:
    'M9 11.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3 19.500c.6-3.2 2.9-4.7 6-4.700s5.4 1.5 6 4.700M15.5 5a3.5 3.5 0 0 1 0 6.300M17.5 15c1.9.6 3.1 2 3.5 4.5',
  money: 'M3.5 7h17v10.500h-17zM12 14.700a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM6.5 10v.01M17.5 14.500v.01',
  bed: 'M3.5 18.500V6M3.5 15.500h17v3M20.5 15.500V13a3 3 0 0 0-3-3h-7v5.500M7 13a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z',
  globe:
    'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.500c2.5 2.4 3.7 5.2 3.7 8.500s-1.2 6.1-3.7 8.500c-2.5-2.4-3.7-5.2-3.7-8.500S9.5 5.9 12 3.500Z',
  bell: 'M6 16.500V11a6 6 0 0 1 12 0v5.500l1.5 2h-15zM10 21h4',
  photo: 'M4 5.500h16v13H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 10.200h.01',
  music:
    'M9 18V6l10-2v12M9 18a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Zm10-2a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
  moon: 'M19.5 14.500A8 8 0 0 1 9.5 4.500a8 8 0 1 0 10 10Z',
  // Ways
  walk: 'M13 6a1.7 1.7 0 1 0 0-3.400A1.7 1.7 0 0 0 13 6ZM12.5 8.5 9 10.500V14m3.5-5.500L11 14.500l3.5 3V22M12.5 8.500l2.5 3 3 .8M11 14.5 9.5 18 7 21.5',
  transit: 'M6 4.500h12v12H6zM6 11h12M9 14h.01M15 14h.01M8.5 16.5 6.5 20M15.5 16.500l2 3.5',
  car: 'M4 13.5 6 7h12l2 6.500M4 13.500h16V18H4zM7 18v1.500M17 18v1.500M7.5 15.700h.01M16.5 15.700h.01',
  // Weather
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.400M5.6 18.4 7 17M17 7l1.4-1.4',
  cloud: 'M7 18.500a4 4 0 0 1-.5-8 5.5 5.5 0 0 1 10.6 1A3.6 3.6 0 0 1 17 18.500z',
  rain: 'M7 14.500a4 4 0 0 1-.5-8 5.5 5.5 0 0 1 10.6 1 3.6 3.6 0 0 1-.1 7zM8.5 17.500l-1 3M12.5 17.500l-1 3M16.5 17.500l-1 3',
  // Kinds of places
  palace:
    'M2.5 9.500C6 9 9.5 7 12 4.500c2.5 2.5 6 4.5 9.5 5M5 9.500V19M19 9.500V19M3.5 19.500h17M9.5 19v-6h5v6M5 12.500h14',
  museum: 'M3.5 9.5 12 4.500l8.5 5zM5.5 9.500V17M10 9.500V17M14 9.500V17M18.5 9.500V17M3.5 19.500h17',
  food: 'M7 3.500v6a2 2 0 0 1-4 0v-6M5 11.500v9M5 3.500v5M17 13V3.500c-2.5 1-4 3.5-4 7V13zM17 13v7.5',
  cafe: 'M5 9h11v5.500a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5zM16 10.500h1.500a2.5 2.5 0 0 1 0 5H16M8.5 3.500v2M12.5 3.500v2',
  bag: 'M5.5 8.500h13l1 11.500h-15zM9 8.500V7a3 3 0 0 1 6 0v1.5',
  tree: 'M12 21v-6M12 15c-4 0-6-2-6-4.5 0-1.5.8-2.8 2-3.500C8.3 4.7 10 3.5 12 3.500s3.7 1.2 4 3.500c1.2.7 2 2 2 3.5 0 2.5-2 4.5-6 4.500Z',
  mountain: 'M2.5 19.5 9.5 7l4 7M11.5 10.500l3-4.5 7 13.500zM2.5 19.500h19',
  wave: 'M3 9.500c2 0 2.5-2 4.5-2s2.5 2 4.5 2 2.5-2 4.5-2 2.5 2 4.5 2M3 14c2 0 2.5-2 4.5-2S10 14 12 14s2.5-2 4.5-2 2.5 2 4.5 2M3 18.500c2 0 2.5-2 4.5-2s2.5 2 4.5 2 2.5-2 4.5-2 2.5 2 4.5 2',
  view: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  street: 'M6 20.5 9 3.500M18 20.500l-3-17M12 5v2.500M12 10.500V13M12 16v3',
  house: 'M3.5 11 12 4l8.5 7M6 9.500V20h12V9.500M10 20v-5.500h4V20',
  ticket: 'M3.5 7.500h17V11a1.5 1.5 0 0 0 0 3v3.500h-17V14a1.5 1.5 0 0 0 0-3zM14 8v9',
  fish: 'M3 12c3-4.5 6.5-6 9.5-6 3.5 0 6.5 2.5 8.5 6-2 3.5-5 6-8.5 6-3 0-6.5-1.5-9.5-6ZM3 7.500v9M17 11.500h.01',
  spa: 'M12 20.500c-4.5 0-7.5-2.5-8-8 3 0 5 1 6 2.500M12 20.500c4.5 0 7.5-2.5 8-8-3 0-5 1-6 2.500M12 20.500c-2.5-3-3-5.5-3-8s1-5 3-8c2 3 3 5.5 3 8s-.5 5-3 8Z',
} as const;

export type IconName = keyof typeof drawings;

export interface IconProps {
  name: IconName;
  /** At the usual size of text, with which it grows. */
  size?: number;
  colour?: keyof Palette;
}

export function Icon({ name, size = 22, colour = 'text' }: IconProps) {
  const colours = useColours();
  const side = size * useTextScale();
  return (
    <Svg width={side} height={side} viewBox="0 0 24 24" aria-hidden>
      <Path
        d={drawings[name]}
        stroke={colours[colour]}
        strokeWidth={name === 'drag' || name === 'more' ? 2.6 : 1.75}
        strokeLinecap="round"
        strokeLinejoin="round"
        fill="none"
      />
    </Svg>
  );
}

const byCategory: Record<string, IconName> = {
  palace: 'palace',
  heritage: 'palace',
  shrine: 'palace',
  temple: 'palace',
  village: 'house',
  museum: 'museum',
  gallery: 'photo',
  theatre: 'ticket',
  experience: 'sparkle',
  street: 'street',
  shopping: 'bag',
  market: 'bag',
  'food-street': 'food',
  restaurant: 'food',
  cafe: 'cafe',
  bar: 'cafe',
  park: 'tree',
  garden: 'tree',
  mountain: 'mountain',
  waterfall: 'wave',
  cave: 'mountain',
  island: 'wave',
  coast: 'wave',
  beach: 'wave',
  observatory: 'view',
  'night-view': 'moon',
  'theme-park': 'ticket',
  aquarium: 'fish',
  spa: 'spa',
  sports: 'ticket',
};

/** The sign of a kind of place; a pin for kinds that the API may come to know. */
export function categoryIcon(category: string): IconName {
  return byCategory[category] ?? 'pin';
}
