import { contrast } from './contrast';
import { dark, light, type Palette } from './tokens';

const grounds = ['ground', 'surface', 'sunken'] as const;
const inks = ['text', 'quiet', 'accent', 'pass', 'fail', 'warn', 'unknown'] as const;
const pairs: (readonly [keyof Palette, keyof Palette])[] = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ['onAccent', 'accent'],
  ['accent', 'accentSoft'],
  ['text', 'accentSoft'],
  ['fail', 'failSoft'],
  ['text', 'failSoft'],
  ['quiet', 'failSoft'],
  ['warn', 'warnSoft'],
  ['text', 'warnSoft'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s colours', (_name, palette) => {
  test.each(pairs)('let %s be read on %s', (ink, ground) => {
    expect(contrast(palette[ink], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds)('let the edge of a control be seen on %s', (ground) => {
    expect(contrast(palette.edge, palette[ground])).toBeGreaterThanOrEqual(3);
  });
});
