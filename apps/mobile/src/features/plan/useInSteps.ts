import { startTransition, useEffect, useState } from 'react';

/**
 * How many of a long list's items to draw: some at once, the others one at a time, each drawn before the next, so that the
 * page answers a hand in between.
 */
export function useInSteps(all: number, atOnce: number): number {
  const [drawn, draw] = useState(atOnce);
  useEffect(() => {
    if (drawn < all) startTransition(() => draw(drawn + 1));
  }, [drawn, all]);
  return Math.min(drawn, all);
}
