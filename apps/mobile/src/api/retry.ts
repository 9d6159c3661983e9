import { NoAnswer, Refused } from './problem';

const most = 3;
const longest = 30_000;

/**
 * Whether asking once more may help, for what may be asked twice: reading, and writing with an idempotency key.
 * A refusal stands unless it says that it is for now only.
 *
 * @param failures how often it has failed before this time
 */
export function isWorthRetrying(failures: number, error: unknown): boolean {
  if (failures >= most) return false;
  if (error instanceof NoAnswer) return true;
  return error instanceof Refused && (error.problem.status === 429 || error.problem.status >= 500);
}

/** How long to wait first, in milliseconds: what the API has said, else longer each time. */
export function retryDelay(failures: number, error: unknown): number {
  const told = error instanceof Refused ? error.retryAfterMs : undefined;
  return Math.min(told ?? 500 * 2 ** failures, longest);
}
