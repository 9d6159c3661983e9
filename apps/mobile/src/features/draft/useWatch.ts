import { onlineManager } from '@tanstack/react-query';
import { useEffect, useReducer, useState } from 'react';

import { useApi } from '@/api/client';
import { useSession } from '@/auth/SessionProvider';
import { type Asked, follow, unwatched, type Watch, watched } from './generation';

/** Watches a plan being made for as long as this is shown; whoever comes back attaches to the same one. */
export function useWatch(asked: Asked): { watch: Watch; again: () => void } {
  const api = useApi();
  const { session } = useSession();
  const [watch, happened] = useReducer(watched, unwatched);
  const [attempt, setAttempt] = useState(0);
  const isSignedIn = session.is === 'signedIn';

  useEffect(() => {
    if (!isSignedIn) return;
    const leaving = new AbortController();
    void follow(api, asked, happened, { signal: leaving.signal, pause });
    return () => leaving.abort();
  }, [api, asked, attempt, isSignedIn]);

  return { watch, again: () => setAttempt((count) => count + 1) };
}

/** Waits, but no longer than until the network is back; without one as long as it takes. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = onlineManager.isOnline() ? setTimeout(done, ms) : undefined;
    const leave = onlineManager.subscribe((isOnline) => isOnline && done());
    signal.addEventListener('abort', done);
    function done() {
      clearTimeout(timer);
      leave();
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
