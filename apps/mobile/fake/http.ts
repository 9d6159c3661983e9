import type { Problem } from '@/api/problem';
import type { paths } from '@/api/schema';
import type { User } from '@/api/types';
import type { World } from './world';

export interface Call {
  request: Request;
  url: URL;
  /** What stands in the path's braces. */
  path: Record<string, string>;
  world: World;
}

/** A call by somebody who is signed in. */
export interface UserCall extends Call {
  user: User;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Handler<C extends Call> = (call: C) => Response | Promise<Response>;

export type Route =
  | { method: Method; pattern: RegExp; open: true; handle: Handler<Call> }
  | { method: Method; pattern: RegExp; open: false; handle: Handler<UserCall> };

/** A route of the contract that asks for a token. */
export function route(method: Method, path: keyof paths & string, handle: Handler<UserCall>): Route {
  return { method, pattern: patternOf(path), open: false, handle };
}

/** One that asks for none. Paths beside the contract's are those of what stands around the back end. */
export function openRoute(
  method: Method,
  path: (keyof paths & string) | `/stage/${string}`,
  handle: Handler<Call>,
): Route {
  return { method, pattern: patternOf(path), open: true, handle };
}

function patternOf(path: string): RegExp {
  const escaped = path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+?)');
  return new RegExp(`^${escaped}$`);
}

/** An answer in JSON; the type parameter names the body that the contract has for it. */
export function answer<T>(status: number, body: T, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

export function nothing(status = 204, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

export function problem(status: number, code: string, more: Partial<Problem> = {}, headers = {}): Response {
  const body: Problem = {
    type: `urn:oddiya:problem:${code}`,
    title: code.replaceAll('_', ' '),
    detail: `${code}.`,
    instance: '/',
    requestId: '0af7651916cd43dd8448eb211c80319c',
    ...more,
    status,
    code,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
}

/** The entity that a change names is not the one there is: 428 without a name, 412 with another. */
export function precondition(request: Request, tag: string): Response | null {
  const named = request.headers.get('If-Match');
  if (named === null) return problem(428, 'precondition_required');
  return named === '*' || named === tag ? null : problem(412, 'precondition_failed');
}

export function listing<T>(items: T[], url: URL): { items: T[]; nextCursor: string | null } {
  const limit = Number(url.searchParams.get('limit') ?? 20);
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const next = from + limit;
  return { items: items.slice(from, next), nextCursor: next < items.length ? String(next) : null };
}
