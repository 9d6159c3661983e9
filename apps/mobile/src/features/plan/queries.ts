import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';

import { dataOf, taggedDataOf, useApi } from '@/api/client';
import type { Plan, PlanSummary } from '@/api/types';

export interface TaggedPlan {
  data: Plan;
  /** Its entity tag, which a change of it has to name. */
  tag: string;
}

export const planKeys = {
  all: ['plans'] as const,
  list: ['plans', 'list'] as const,
  one: (id: string) => ['plans', 'one', id] as const,
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
