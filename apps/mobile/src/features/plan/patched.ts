/** An operation of a JSON Patch (RFC 6902), as far as relaxations have them. */
export interface Operation {
  op: string;
  path: string;
  value?: unknown;
}

/** A request with the operations of a relaxation done to it. */
export function patched<T extends object>(request: T, patch: readonly Operation[]): T {
  const copy = JSON.parse(JSON.stringify(request)) as T;
  for (const { op, path, value } of patch) {
    const steps = path.split('/').slice(1).map(unescaped);
    const last = steps.pop();
    if (last === undefined) continue;
    const parent = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], copy);
    change(parent as Record<string, unknown> | unknown[], last, op, value);
  }
  return copy;
}

function change(parent: Record<string, unknown> | unknown[], key: string, op: string, value: unknown): void {
  if (Array.isArray(parent)) {
    const at = key === '-' ? parent.length : Number(key);
    parent.splice(at, op === 'add' ? 0 : 1, ...(op === 'remove' ? [] : [value]));
  } else if (op === 'remove') {
    delete parent[key];
  } else {
    parent[key] = value;
  }
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
