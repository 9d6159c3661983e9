import { applyPatch, type Operation } from 'rfc6902';

/** What was asked for with a relaxation applied (RFC 6902); null if it does not fit it. */
export function relaxed<Asked extends object>(asked: Asked, patch: readonly object[]): Asked | null {
  const changed = structuredClone(asked);
  const failures = applyPatch(changed, structuredClone(patch) as Operation[]);
  return failures.every((failure) => failure === null) ? changed : null;
}
