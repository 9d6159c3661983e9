/** Time, which tests turn by hand. */
export interface Clock {
  now: () => number;
  /** Calls `run` in `ms`; the answer calls it off. */
  in: (ms: number, run: () => void) => () => void;
}

export const clockOnTheWall: Clock = {
  now: Date.now,
  in: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
