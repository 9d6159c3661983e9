import { useState } from 'react';

/** What was there last: for sheets, which still show it while they close. */
export function useLast<T>(value: T | null): T | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}
