import {
  type InfiniteData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';

import { dataOf, useApi } from '@/api/client';
import { codeOf } from '@/api/problem';
import type { Video } from '@/api/types';
import { steady } from './links';
import { isOpen, pace } from './states';

export const filmKeys = {
  all: ['films'] as const,
  list: ['films', 'list'] as const,
  one: (id: string) => ['films', 'one', id] as const,
  choice: ['films', 'choice'] as const,
};

const listPaceMs = 5000;

export function useFilms() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: filmKeys.list,
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/videos', {
          params: { query: { limit: 20, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) => (filmsIn(state.data).some(isOpen) ? listPaceMs : false),
  });
}

export function filmsIn(pages: InfiniteData<{ items: Video[] }> | undefined): Video[] {
  return pages?.pages.flatMap(({ items }) => items) ?? [];
}

export function useFilm(id: string, enabled = true) {
  const api = useApi();
  const queries = useQueryClient();
  return useQuery({
    queryKey: filmKeys.one(id),
    enabled,
    queryFn: async ({ signal }) => {
      const read = await dataOf(
        api.GET('/api/v1/videos/{jobId}', { params: { path: { jobId: id } }, signal }),
      );
      const { data, dataUpdatedAt } = queries.getQueryState<Video>(filmKeys.one(id)) ?? {};
      // What the list says of it is old by now.
      if (data && isOpen(data) && !isOpen(read)) void queries.invalidateQueries({ queryKey: filmKeys.list });
      return steady(read, data && { film: data, at: dataUpdatedAt ?? 0 }, Date.now());
    },
    refetchInterval: ({ state }) => pace(state.data, Date.now()),
  });
}

/** Templates, shapes and music to choose from. */
export function useVideoChoice() {
  const api = useApi();
  return useQuery({
    queryKey: filmKeys.choice,
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/videos/templates', { signal })),
    staleTime: 60 * 60 * 1000,
  });
}

/** Cancels a film that is being made, or deletes one that is there. One that is gone already is deleted, too. */
export function useDeleteFilm() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      try {
        await dataOf(api.DELETE('/api/v1/videos/{jobId}', { params: { path: { jobId: id } } }));
      } catch (error) {
        if (codeOf(error) !== 'not_found') throw error;
      }
    },
    onSuccess: async (_nothing, id) => {
      queries.removeQueries({ queryKey: filmKeys.one(id) });
      await queries.invalidateQueries({ queryKey: filmKeys.list });
    },
  });
}
