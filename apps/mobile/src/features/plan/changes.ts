import { useMutation, useQueryClient } from '@tanstack/react-query';

import { dataOf, taggedDataOf, useApi } from '@/api/client';
import { codeOf } from '@/api/problem';
import type { Schema } from '@/api/client';
import { planKeys, type TaggedPlan } from './queries';

/** What is changed of a plan beside its stops. Who is refused because somebody else was faster sees theirs. */
export function usePlanChanges(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  const key = planKeys.one(id);
  const path = { id };
  const named = () => ({ 'If-Match': queries.getQueryData<TaggedPlan>(key)?.tag ?? '*' });
  const taken = (plan: TaggedPlan) => {
    queries.setQueryData<TaggedPlan>(key, plan);
    void queries.invalidateQueries({ queryKey: planKeys.all });
  };
  const seeTheirs = async (error: Error) => {
    if (codeOf(error) === 'precondition_failed') await queries.refetchQueries({ queryKey: key, exact: true });
  };

  const change = useMutation({
    mutationFn: (body: Schema<'TripPatch'>) =>
      taggedDataOf(api.PATCH('/api/v1/plans/{id}', { params: { path, header: named() }, body })),
    onSuccess: taken,
    onError: seeTheirs,
  });
  const remove = useMutation({
    mutationFn: () => dataOf(api.DELETE('/api/v1/plans/{id}', { params: { path, header: named() } })),
    onSuccess: () => {
      queries.removeQueries({ queryKey: key });
      return queries.invalidateQueries({ queryKey: planKeys.list });
    },
    onError: seeTheirs,
  });
  const verify = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/plans/{id}/verify', { params: { path } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: planKeys.all }),
  });
  return { change, remove, verify };
}

/** Proposals to change a plan by a sentence. */
export function useRevising(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  const revise = useMutation({
    mutationFn: (body: Schema<'ReviseBody'>) =>
      dataOf(api.POST('/api/v1/plans/{id}/revise', { params: { path: { id } }, body })),
    onSuccess: (revision) => {
      queries.setQueryData(planKeys.revision(id, revision.revisionId), revision);
      void queries.invalidateQueries({ queryKey: planKeys.revisions(id), exact: true });
    },
  });
  const accept = useMutation({
    mutationFn: (revisionId: string) =>
      taggedDataOf(
        api.POST('/api/v1/plans/{id}/revisions/{revisionId}/accept', {
          params: { path: { id, revisionId } },
        }),
      ),
    onSuccess: (plan) => {
      queries.setQueryData<TaggedPlan>(planKeys.one(id), plan);
      void queries.invalidateQueries({ queryKey: planKeys.one(id) });
      void queries.invalidateQueries({ queryKey: planKeys.list });
    },
    onError: async (error) => {
      if (codeOf(error) === 'precondition_failed')
        await queries.refetchQueries({ queryKey: planKeys.one(id), exact: true });
    },
  });
  return { revise, accept };
}

/** Links by which others may see a plan, and files of it. */
export function useSharing(id: string) {
  const api = useApi();
  const path = { id };
  const share = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/plans/{id}/share', { params: { path } })),
  });
  const stop = useMutation({
    mutationFn: () => dataOf(api.DELETE('/api/v1/plans/{id}/share', { params: { path } })),
    onSuccess: () => share.reset(),
  });
  const read = useMutation({
    mutationFn: (kind: 'ics' | 'gpx') => {
      const options = { params: { path }, parseAs: 'text' } as const;
      return dataOf<string>(
        kind === 'ics'
          ? api.GET('/api/v1/plans/{id}.ics', options)
          : api.GET('/api/v1/plans/{id}.gpx', options),
      );
    },
  });
  return { share, stop, read };
}
