import { useEffect, useState } from 'react';

const halfMinuteMs = 30_000;

/** The time, renewed as often as a clock without seconds needs. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), halfMinuteMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
