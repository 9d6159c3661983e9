import type { Change, Stop } from '@/api/types';

export interface DayChanges {
  date: string;
  changes: Change[];
}

/** Changes by day, days in their order and what goes before what comes. */
export function byDay(diff: readonly Change[]): DayChanges[] {
  const order = { remove: 0, add: 1, move: 2, change: 3 };
  const days = new Map<string, Change[]>();
  for (const change of diff) days.set(change.date, [...(days.get(change.date) ?? []), change]);
  return [...days]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([date, changes]) => ({ date, changes: changes.sort((a, b) => order[a.op] - order[b.op]) }));
}

/** How many there are of each kind, for a line that sums up. */
export function counted(diff: readonly Change[]): { op: Change['op']; count: number }[] {
  return (['add', 'remove', 'move', 'change'] as const)
    .map((op) => ({ op, count: diff.filter((change) => change.op === op).length }))
    .filter(({ count }) => count > 0);
}

/** What differs between a stop before and after. */
export function changedParts(before: Stop, after: Stop): ('times' | 'activity')[] {
  return [
    ...(before.arrive !== after.arrive || before.depart !== after.depart ? (['times'] as const) : []),
    ...(before.activity !== after.activity ? (['activity'] as const) : []),
  ];
}
