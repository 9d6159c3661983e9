import { useWindowDimensions } from 'react-native';

/** Signs say no more when they are larger than this. */
export const mostScale = 1.5;

/** How much larger than usual the reader has text, for what is drawn beside it: at most by half, never smaller. */
export function useTextScale(): number {
  return Math.min(Math.max(useWindowDimensions().fontScale, 1), mostScale);
}
