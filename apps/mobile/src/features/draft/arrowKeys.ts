import type { RefObject } from 'react';
import type { View } from 'react-native';

/** Phones have no arrow keys to speak of. */
export function useArrowKeys(_grid: RefObject<View | null>, _move: (days: number) => void): void {}
