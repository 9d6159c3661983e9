import type { Checks, Verdict } from '@/api/types';

export const checkNames = ['exists', 'open', 'travel', 'weather'] as const;
export type CheckName = (typeof checkNames)[number];

/** Those that do not pass, the ones that fail first: what is worth saying about a stop. */
export function worthSaying(checks: Checks): { name: CheckName; verdict: Verdict }[] {
  return checkNames
    .map((name) => ({ name, verdict: checks[name].verdict }))
    .filter(({ verdict }) => verdict !== 'pass')
    .sort((a, b) => Number(b.verdict === 'fail') - Number(a.verdict === 'fail'));
}
