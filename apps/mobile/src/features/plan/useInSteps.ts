import { startTransition, useEffect, useState } from 'react';

/** A screenful, and what is added to it at a time: as much as a slow phone draws within one blink. */
const first = 2;
const more = 1;

/**
 * How many of a long list's items to draw: what is seen first at once, the rest one at a time, each drawn before the next, so that the page answers a hand in between.
 */
export function useInSteps(all: number): number {
  const [drawn, draw] = useState(first);
  useEffect(() => {
    if (drawn < all) startTransition(() => draw(drawn + more));
  }, [drawn, all]);
  return Math.min(drawn, all);
}
