/** Signs say no more when they are larger than this. */
export const mostScale = 1.5;

const usual = 16;
let known: number | undefined;

/** How much larger than usual the reader has text, for what is drawn beside it: at most by half, never smaller. */
export function useTextScale(): number {
  known ??= Math.min(
    Math.max(parseFloat(getComputedStyle(document.documentElement).fontSize) / usual, 1),
    mostScale,
  );
  return known;
}
