import { useQuery } from '@tanstack/react-query';

import { dataOf, useApi } from '@/api/client';
import { planKeys } from '@/features/plan/queries';

/** The stops of a film's trip, as the trip goes. */
export function useStops(planId: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: [...planKeys.one(planId ?? ''), 'stops'],
    enabled: planId !== undefined,
    retry: false,
    queryFn: async ({ signal }) => {
      const read = await dataOf(
        api.GET('/api/v1/plans/{id}', { params: { path: { id: planId ?? '' } }, signal }),
      );
      return read.days.flatMap((day) => day.stops);
    },
  });
}
