import AsyncStorage from '@react-native-async-storage/async-storage';
import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { experimental_createQueryPersister } from '@tanstack/react-query-persist-client';
import { type ReactNode, useEffect, useMemo } from 'react';

import { isWorthRetrying, retryDelay } from '@/api/retry';
import { SessionEnded } from '@/api/problem';

/** To be raised when what is kept could be misread. */
const edition = '1';
const monthMs = 30 * 24 * 60 * 60 * 1000;

function prefix(user: string): string {
  return `oddiya.kept.${user}`;
}

/**
 * What this user has read, kept on the device: each query a row of its own, since Android refuses rows of more than
 * 2 MB, and under the user's name, so that nobody sees what another has read.
 */
export function createQueries(user: string): QueryClient {
  const persister = experimental_createQueryPersister({
    storage: AsyncStorage,
    prefix: prefix(user),
    buster: edition,
    maxAge: monthMs,
  });
  return new QueryClient({
    defaultOptions: {
      queries: {
        persister: persister.persisterFn,
        // What is kept is shown at once, and read anew behind it.
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 30_000,
        // More than 2^31 ms would be taken for none at all; this is for as long as the app is open.
        gcTime: Infinity,
        // Without a network it is said at once that there is none; what is looked at is read when there is one again.
        retry: (failures, error) =>
          onlineManager.isOnline() && !(error instanceof SessionEnded) && isWorthRetrying(failures, error),
        retryDelay,
      },
      // Without a network a change is refused at once and said, not sent at some later time unseen.
      // What has been done is no more to be known once nobody looks: it would keep a timer for minutes.
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  });
}

/** Forgets what `user` has read on this device. */
export async function forget(user: string): Promise<void> {
  const kept = await AsyncStorage.getAllKeys();
  await AsyncStorage.multiRemove(kept.filter((key) => key.startsWith(`${prefix(user)}-`)));
}

/** Queries of one user; another's begin with nothing, and nobody's are kept nowhere. */
export function UserQueries({ user, children }: { user: string | null; children: ReactNode }) {
  const queries = useMemo(() => (user === null ? new QueryClient() : createQueries(user)), [user]);
  useEffect(() => () => queries.clear(), [queries]);
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}
