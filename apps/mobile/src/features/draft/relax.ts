import { applyPatch, type Operation } from 'rfc6902';

import type { Wish } from '@/api/types';

/** A wish with a relaxation applied (RFC 6902); null if it does not fit the wish. */
export function relaxed(wish: Wish, patch: readonly object[]): Wish | null {
  const changed = structuredClone(wish);
  const failures = applyPatch(changed, structuredClone(patch) as Operation[]);
  return failures.every((failure) => failure === null) ? changed : null;
}
