import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';

import { dataOf, taggedDataOf, useApi } from '@/api/client';
import type { Plan, PlanSummary, Position } from '@/api/types';
import { language } from '@/i18n';

export interface TaggedPlan {
  data: Plan;
  /** Its entity tag, which a change of it has to name. */
  tag: string;
}

export const planKeys = {
  all: ['plans'] as const,
  list: ['plans', 'list'] as const,
  one: (id: string) => ['plans', 'one', id] as const,
  edits: (id: string) => ['plans', 'edits', id] as const,
  revisions: (id: string) => ['plans', 'revisions', id] as const,
  revision: (id: string, revisionId: string) => ['plans', 'revisions', id, revisionId] as const,
};

export function usePlans() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: planKeys.list,
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/plans', {
          params: { query: { limit: 20, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function usePlan(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: planKeys.one(id),
    queryFn: ({ signal }): Promise<TaggedPlan> =>
      taggedDataOf(api.GET('/api/v1/plans/{id}', { params: { path: { id } }, signal })),
  });
}

/** What the list already knows of a plan, for while the whole of it is on its way. */
export function usePlanSummary(id: string): PlanSummary | undefined {
  const list = useQueryClient().getQueryData<InfiniteData<{ items: PlanSummary[] }>>(planKeys.list);
  return list?.pages.flatMap((page) => page.items).find((plan) => plan.id === id);
}

/** A proposal, as it was made or as it is read again. */
export function useRevision(id: string, revisionId: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: planKeys.revision(id, revisionId ?? ''),
    enabled: revisionId !== null,
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/plans/{id}/revisions/{revisionId}', {
          params: { path: { id, revisionId: revisionId ?? '' } },
          signal,
        }),
      ),
    // What was proposed never changes.
    staleTime: Infinity,
  });
}

/** The latest proposals for a plan, newest first. */
export function useRevisions(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: planKeys.revisions(id),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/plans/{id}/revisions', { params: { path: { id } }, signal })),
  });
}

/** Places by their name, near a place of the trip first of all where one is given. */
export function usePlaces(query: string, near: Position | undefined) {
  const api = useApi();
  const circle = near ? { near: `${near.lat.toFixed(4)},${near.lng.toFixed(4)}`, radiusKm: 60 } : {};
  return useQuery({
    queryKey: ['places', query, circle, language()],
    enabled: query !== '',
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/places', {
          params: { query: { query, limit: 20, ...circle }, header: { 'Accept-Language': language() } },
          signal,
        }),
      ),
    // Not worth keeping for a month: what was typed is gone with the search.
    gcTime: 5 * 60_000,
    persister: undefined,
  });
}
