import { useWindowDimensions } from 'react-native';

import { mostScale } from './tokens';

/** How much larger than usual the reader has text, for what is drawn beside it: at most `mostScale`, never smaller. */
export function useTextScale(): number {
  return Math.min(Math.max(useWindowDimensions().fontScale, 1), mostScale);
}
