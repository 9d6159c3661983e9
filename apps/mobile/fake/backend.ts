import { authRoutes } from './auth';
import { filmRoutes } from './films';
import { generateRoutes } from './generate';
import { problem, type Route } from './http';
import { placeRoutes } from './places';
import { planRoutes } from './plans';
import { reviseRoutes } from './revise';
import { uploadRoutes } from './uploads';
import { userRoutes } from './users';
import { createWorld, type World } from './world';

/** The back end of one test, or of a demo: it answers as the contract says, and forgets everything with its end. */
export interface Backend {
  world: World;
  handle: (request: Request) => Promise<Response>;
  /** Requests that were sent, as `GET /api/v1/plans`. */
  seen: string[];
  /** What answers instead, where it answers at all: refusals for tests to hand out. */
  instead: ((request: Request) => Response | undefined) | null;
  /** Nobody is there: as when there is no network. */
  away: boolean;
}

const routes: Route[] = [
  ...authRoutes,
  ...userRoutes,
  ...placeRoutes,
  ...generateRoutes,
  ...planRoutes,
  ...reviseRoutes,
  ...uploadRoutes,
  ...filmRoutes,
];

export function createBackend(settings: Parameters<typeof createWorld>[0] = {}): Backend {
  const world = createWorld(settings);
  const backend: Backend = {
    world,
    seen: [],
    instead: null,
    away: false,
    async handle(request) {
      if (backend.away) throw new TypeError('Failed to fetch');
      const url = new URL(request.url);
      backend.seen.push(`${request.method} ${url.pathname}`);
      return backend.instead?.(request) ?? respond(world, request, url);
    },
  };
  return backend;
}

async function respond(world: World, request: Request, url: URL): Promise<Response> {
  const here = routes.filter((route) => route.pattern.test(url.pathname));
  const found = here.find((route) => route.method === request.method);
  const allow = here.map((route) => route.method).join(', ');
  if (!found)
    return here.length > 0
      ? problem(405, 'method_not_allowed', {}, { Allow: allow })
      : problem(404, 'not_found');
  const call = { request, url, world, path: { ...found.pattern.exec(url.pathname)?.groups } };
  if (found.open) return found.handle(call);
  const token = /^Bearer (.+)$/.exec(request.headers.get('Authorization') ?? '')?.[1];
  const session = token === undefined ? undefined : world.sessions.get(token);
  const user = session && session.until > world.now() ? world.users.get(session.user) : undefined;
  if (!user) {
    const why = token === undefined ? '' : ' error="invalid_token"';
    return problem(401, 'unauthorized', {}, { 'WWW-Authenticate': `Bearer${why}` });
  }
  return found.handle({ ...call, user });
}
