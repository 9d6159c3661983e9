import { useWindowDimensions } from 'react-native';

import { wide } from './tokens';

/** Whether there is room for two columns. */
export function useIsWide(): boolean {
  return useWindowDimensions().width >= wide;
}
