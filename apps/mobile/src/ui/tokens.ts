import { Platform } from 'react-native';

/**
 * What everything that is drawn is made of. Lengths are in density-independent pixels; text sizes are what they
 * are at the reader's default text size and grow with it.
 */

export const space = { hair: 2, xs: 4, s: 8, m: 12, l: 16, xl: 24, xxl: 32, xxxl: 48, huge: 72 } as const;

export const radius = { s: 8, m: 14, l: 22, round: 999 } as const;

/** The smallest side of what is tapped (WCAG 2.2, 2.5.5 and both platforms' guides). */
export const touch = 44;

/** Signs grow with text up to here: they say no more when they are larger. */
export const mostScale = 1.5;

/** From this width on a page has two columns beside each other. */
export const wide = 900;

/** A line of text wider than this is hard to follow. */
export const measure = 680;

/** A size of text and the height of its lines. In browsers it grows with the text size that is set there. */
function lines(fontSize: number, lineHeight: number): { fontSize: number; lineHeight: number } {
  if (Platform.OS !== 'web') return { fontSize, lineHeight };
  // React Native's types know no units; its web renderer takes them as they are.
  const rem = (pixels: number) => `${pixels / 16}rem` as unknown as number;
  return { fontSize: rem(fontSize), lineHeight: rem(lineHeight) };
}

/** As large as a long word leaves room for on a narrow page. */
function display(): { fontSize: number; lineHeight: number } {
  if (Platform.OS !== 'web') return lines(34, 42);
  const css = (text: string) => text as unknown as number;
  return { fontSize: css('min(2.125rem, 13vw)'), lineHeight: css('min(2.625rem, 16vw)') };
}

export const type = {
  display: { ...display(), fontWeight: '700', letterSpacing: -0.6 },
  title: { ...lines(24, 32), fontWeight: '700', letterSpacing: -0.3 },
  heading: { ...lines(18, 26), fontWeight: '600', letterSpacing: -0.1 },
  body: { ...lines(16, 25), fontWeight: '400', letterSpacing: 0 },
  strong: { ...lines(16, 25), fontWeight: '600', letterSpacing: 0 },
  small: { ...lines(14, 21), fontWeight: '400', letterSpacing: 0 },
  label: { ...lines(14, 20), fontWeight: '600', letterSpacing: 0 },
  tiny: { ...lines(12, 17), fontWeight: '500', letterSpacing: 0.1 },
} as const;

export type TypeStyle = keyof typeof type;

/** Colours by what they say, not by what they are. */
export interface Palette {
  /** Behind everything. */
  ground: string;
  /** Cards, sheets, bars. */
  surface: string;
  /** Fields, chips, what lies in a card. */
  sunken: string;
  line: string;
  /** The edge of what can be touched: 3:1 against what it lies on. */
  edge: string;
  text: string;
  quiet: string;
  /** The one accent: what to do next, and where one is. */
  accent: string;
  /** On `accent`. */
  onAccent: string;
  /** Behind what is chosen, with `accent` on it. */
  accentSoft: string;
  pass: string;
  fail: string;
  failSoft: string;
  /** Weather that is in the way, and other things to mind. */
  warn: string;
  warnSoft: string;
  /** Not known: neither good nor bad, and never mistaken for either. */
  unknown: string;
  shade: string;
}

export const light: Palette = {
  ground: '#faf8f5',
  surface: '#ffffff',
  sunken: '#f2efea',
  line: '#e5e0d8',
  edge: '#8b877f',
  text: '#1c2321',
  quiet: '#5b635f',
  accent: '#0b6b61',
  onAccent: '#ffffff',
  accentSoft: '#e0efec',
  pass: '#0b6b61',
  fail: '#ab2f24',
  failSoft: '#fbebe8',
  warn: '#7d5000',
  warnSoft: '#faf0dc',
  unknown: '#5f6361',
  shade: 'rgba(20, 26, 24, 0.44)',
};

export const dark: Palette = {
  ground: '#121615',
  surface: '#1a201e',
  sunken: '#242b29',
  line: '#2e3734',
  edge: '#79837f',
  text: '#ecf1ef',
  quiet: '#a6b1ad',
  accent: '#74d3c4',
  onAccent: '#08211d',
  accentSoft: '#1d3833',
  pass: '#74d3c4',
  fail: '#ffb1a6',
  failSoft: '#41221e',
  warn: '#f0c475',
  warnSoft: '#3a2f19',
  unknown: '#a9b0ad',
  shade: 'rgba(0, 0, 0, 0.6)',
};
