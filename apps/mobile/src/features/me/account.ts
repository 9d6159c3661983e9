import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { dataOf, useApi } from '@/api/client';
import { codeOf, NoAnswer, Refused } from '@/api/problem';
import type { User, UserChange } from '@/api/types';
import { useSession } from '@/auth/SessionProvider';
import { shareFile } from '@/platform/share';
import { forgetDraft } from '../draft/kept';
import { forgetPush } from '../film/pushes';
import { endsAsArchive } from './archive';

export const accountKey = ['me'];

/** Who is signed in, as Oddiya knows them. */
export function useAccount() {
  const api = useApi();
  return useQuery({
    queryKey: accountKey,
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/users/me', { signal })),
  });
}

export function useAccountChange() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: UserChange) => dataOf(api.PATCH('/api/v1/users/me', { body })),
    // One change after the other, so that the last one stays.
    scope: { id: 'me' },
    onSuccess: (user) => {
      queries.setQueryData<User>(accountKey, user);
      // Read once more: only what is read is kept for when there is no network.
      void queries.invalidateQueries({ queryKey: accountKey });
    },
  });
}

/** Everything that is held about this traveller, as a file for them. */
export function useExport() {
  const api = useApi();
  return useMutation({
    mutationFn: async () => {
      const content = new Uint8Array(await archive());
      // An archive that broke off on its way would look like all there is.
      if (!endsAsArchive(content)) throw new NoAnswer();
      return shareFile({ name: 'oddiya.zip', type: 'application/zip', content });
    },
  });

  async function archive(): Promise<ArrayBuffer> {
    try {
      return await dataOf<ArrayBuffer>(api.GET('/api/v1/users/me/export', { parseAs: 'arrayBuffer' }));
    } catch (error) {
      throw error instanceof TypeError ? new NoAnswer(error) : error;
    }
  }
}

/** Deletes the account with all that belongs to it, there and on this device. */
export function useDeletion() {
  const api = useApi();
  const { user, signOut } = useSession();
  return useMutation({
    mutationFn: async () => {
      try {
        await dataOf(api.DELETE('/api/v1/users/me'));
      } catch (error) {
        if (!isGone(error)) throw error;
      }
      // What is typed, and whether pushes are wanted, would stay on the device at sign-out.
      if (user !== null) {
        await forgetDraft(user);
        await forgetPush(user);
      }
      await signOut('deleted');
    },
  });
}

/** It was deleted already: by a request whose answer was lost, or elsewhere. */
function isGone(error: unknown): boolean {
  return error instanceof Refused && ['not_found', 'account_deleted'].includes(codeOf(error) ?? '');
}
