import { type RefObject, useEffect } from 'react';
import type { View } from 'react-native';

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Has arrow keys within `grid` move by so many of its cells. */
export function useArrowKeys(grid: RefObject<View | null>, move: (days: number) => void): void {
  useEffect(() => {
    const element = grid.current as unknown as HTMLElement | null;
    const onKey = (event: KeyboardEvent) => {
      const step = steps[event.key];
      if (step === undefined) return;
      event.preventDefault();
      move(step);
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [grid, move]);
}
