import { mostScale } from './tokens';

const usual = 16;
let known: number | undefined;

/** How much larger than usual the reader has text, for what is drawn beside it: at most `mostScale`, never smaller. */
export function useTextScale(): number {
  known ??= Math.min(
    Math.max(parseFloat(getComputedStyle(document.documentElement).fontSize) / usual, 1),
    mostScale,
  );
  return known;
}
