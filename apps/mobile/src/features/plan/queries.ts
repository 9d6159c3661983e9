import {
  type InfiniteData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';

import { type Api, dataOf, taggedDataOf, useApi } from '@/api/client';
import type { Plan, PlanSummary } from '@/api/types';
import { today } from './days';

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

function reading(api: Api, id: string) {
  return queryOptions({
    queryKey: planKeys.one(id),
    queryFn: ({ signal }): Promise<TaggedPlan> =>
      taggedDataOf(api.GET('/api/v1/plans/{id}', { params: { path: { id } }, signal })),
  });
}

export function usePlan(id: string) {
  return useQuery(reading(useApi(), id));
}

const mostAtHand = 3;
const atHandMs = 60 * 60 * 1000;

/** Which trips somebody is most likely to look at where there is no network: those that are on, and the next ones. */
export function soon<T extends Pick<PlanSummary, 'startDate' | 'endDate'>>(
  trips: readonly T[],
  today: string,
): T[] {
  return trips
    .filter(({ endDate }) => endDate >= today)
    .sort((one, other) => one.startDate.localeCompare(other.startDate))
    .slice(0, mostAtHand);
}

/** Reads these trips ahead, so that they are on this device when its network is gone, also if they were made on another. */
export function useAtHand(trips: readonly PlanSummary[]): void {
  const api = useApi();
  const queries = useQueryClient();
  const ids = soon(trips, today())
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    for (const id of ids.split(' ').filter((one) => one !== '')) {
      // What does not come is read, and said, when it is looked at.
      void queries.prefetchQuery({ ...reading(api, id), staleTime: atHandMs, retry: false });
    }
  }, [api, ids, queries]);
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
    // Proposals come to be while this is not looked at, so what is kept of it is never new enough.
    staleTime: 0,
  });
}
