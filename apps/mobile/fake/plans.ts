import type { EditedStop, Plan, PlanSummary, Verification } from '@/api/types';
import type { components } from '@/api/schema';
import { answer, listing, nothing, openRoute, precondition, problem, route, type UserCall } from './http';
import { datesOf, partyOf, tripOf } from './planning';
import { placeOf } from './places';
import { timedDay } from './timing';
import { change, keep, type Kept, next, tagOf } from './world';

type Manuscript = components['schemas']['ManuscriptBody'];
type Patch = components['schemas']['TripPatch'];

export const planRoutes = [
  route('GET', '/api/v1/plans', ({ url, user, world }) => {
    const mine = [...world.plans.values()].filter((kept) => kept.user === user.id).reverse();
    return answer(200, listing(mine.map(summaryOf), url));
  }),
  route('POST', '/api/v1/plans', write),
  route(
    'GET',
    '/api/v1/plans/{id}',
    withPlan((_call, kept) => whole(200, kept)),
  ),
  route('PATCH', '/api/v1/plans/{id}', withPlan(patch)),
  route(
    'DELETE',
    '/api/v1/plans/{id}',
    withPlan(({ request, world }, kept) => {
      const stale = precondition(request, tagOf(kept));
      if (stale) return stale;
      world.plans.delete(kept.plan.id);
      return nothing();
    }),
  ),
  route('PUT', '/api/v1/plans/{id}/days/{n}/stops', withPlan(replaceStops)),
  route('POST', '/api/v1/plans/{id}/verify', withPlan(verify)),
  ...(['ics', 'gpx', 'geojson'] as const).map((kind) =>
    route(
      'GET',
      `/api/v1/plans/{id}.${kind}`,
      withPlan(
        (_call, kept) =>
          new Response(exported(kind, kept.plan), { headers: { 'Content-Type': types[kind] } }),
      ),
    ),
  ),
  route(
    'POST',
    '/api/v1/plans/{id}/share',
    withPlan(({ world }, kept) => {
      kept.share ??= `share-${next(world)}`;
      return answer(201, { url: `${world.address}/share/${kept.share}` });
    }),
  ),
  route(
    'DELETE',
    '/api/v1/plans/{id}/share',
    withPlan((_call, kept) => {
      kept.share = null;
      return nothing();
    }),
  ),
  openRoute('GET', '/share/{token}', ({ path, world }) => {
    const shared = [...world.plans.values()].find((kept) => kept.share === path.token);
    if (!shared) return problem(404, 'not_found');
    const { title, language, startDate, endDate, source, days, certificate, updatedAt } = shared.plan;
    return answer(200, { title, language, startDate, endDate, source, days, certificate, updatedAt });
  }),
];

const types = { ics: 'text/calendar', gpx: 'application/gpx+xml', geojson: 'application/geo+json' };

/** Only one's own; another's is not there. */
export function withPlan(handle: (call: UserCall, kept: Kept) => Response | Promise<Response>) {
  return (call: UserCall) => {
    const kept = call.world.plans.get(call.path.id ?? '');
    return kept && kept.user === call.user.id ? handle(call, kept) : problem(404, 'not_found');
  };
}

export function whole(status: number, kept: Kept, headers: Record<string, string> = {}): Response {
  return answer<Plan>(status, kept.plan, { ETag: tagOf(kept), ...headers });
}

function summaryOf({ plan }: Kept): PlanSummary {
  const { id, title, destination, startDate, endDate, source, createdAt, updatedAt } = plan;
  return {
    id,
    title,
    destination,
    startDate,
    endDate,
    source,
    createdAt,
    updatedAt,
    verdict: plan.certificate.verdict,
  };
}

async function write({ request, user, world }: UserCall): Promise<Response> {
  const {
    title,
    destination,
    startDate,
    endDate,
    days = [],
    language = 'ko',
  } = (await request.json()) as Manuscript;
  const party = { adults: 1, children: 0 };
  const timed = datesOf(startDate, endDate).map((date, index) =>
    timedDay(world, date, days[index]?.stops ?? [], language, party),
  );
  const trip = tripOf(world, {
    title,
    language,
    destination,
    startDate,
    endDate,
    source: 'manual',
    days: timed,
  });
  const kept = keep(world, user.id, trip);
  return whole(201, kept, { Location: `/api/v1/plans/${kept.plan.id}` });
}

async function patch({ request, world }: UserCall, kept: Kept): Promise<Response> {
  const stale = precondition(request, tagOf(kept));
  if (stale) return stale;
  const { notes, ...wanted } = (await request.json()) as Patch;
  const from = wanted.startDate ?? kept.plan.startDate;
  const dates = datesOf(from, wanted.endDate ?? kept.plan.endDate);
  const days = dates.map((date, index) =>
    timedDay(
      world,
      date,
      (kept.plan.days[index]?.stops ?? []).map((stop) => ({ placeId: stop.placeId, kept: stop })),
      kept.plan.language,
      partyOf(kept.plan),
    ),
  );
  const noted = notes === undefined ? {} : { notes: notes ?? undefined };
  return whole(200, change(world, kept, tripOf(world, { ...kept.plan, ...wanted, ...noted, days })));
}

async function replaceStops({ request, path, world }: UserCall, kept: Kept): Promise<Response> {
  const stale = precondition(request, tagOf(kept));
  if (stale) return stale;
  const index = Number(path.n) - 1;
  const day = kept.plan.days[index];
  if (!day) return problem(404, 'not_found');
  const { stops } = (await request.json()) as { stops: EditedStop[] };
  const errors = stops
    .map((stop, at) => ({ stop, pointer: `/stops/${at}/placeId` }))
    .filter(({ stop }) => !placeOf(stop.placeId))
    .map(({ pointer }) => ({ pointer, code: 'not_found', detail: 'No provider knows this place.' }));
  if (errors.length > 0) return problem(400, 'validation_failed', { errors });
  const before = kept.plan.days.flatMap((one) => one.stops);
  const timed = timedDay(
    world,
    day.date,
    stops.map((stop) => ({ ...stop, kept: before.find((one) => one.id === stop.id) })),
    kept.plan.language,
    partyOf(kept.plan),
  );
  const days = kept.plan.days.map((one, at) => (at === index ? timed : one));
  return whole(200, change(world, kept, tripOf(world, { ...kept.plan, days })));
}

function verify({ world }: UserCall, kept: Kept): Response {
  const { certificate } = change(world, kept, tripOf(world, kept.plan)).plan;
  return answer<Verification>(200, { ...certificate, changed: [] }, { ETag: tagOf(kept) });
}

function exported(kind: keyof typeof types, plan: Plan): string {
  const stops = plan.days.flatMap((day) => day.stops.map((stop) => ({ ...stop, date: day.date })));
  switch (kind) {
    case 'ics': {
      const stamp = (date: string, time: string) => `${date.replaceAll('-', '')}T${time.replace(':', '')}00`;
      const events = stops.map(
        (stop) =>
          `BEGIN:VEVENT\r\nUID:${stop.id}\r\nDTSTART;TZID=Asia/Seoul:${stamp(stop.date, stop.arrive)}\r\nSUMMARY:${stop.name}\r\nEND:VEVENT\r\n`,
      );
      return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Oddiya//demo//\r\n${events.join('')}END:VCALENDAR\r\n`;
    }
    case 'gpx': {
      const points = stops.map(({ position }) => `<wpt lat="${position.lat}" lon="${position.lng}"/>`);
      return `<?xml version="1.0"?><gpx version="1.1" creator="Oddiya" xmlns="http://www.topografix.com/GPX/1/1">${points.join('')}</gpx>`;
    }
    case 'geojson':
      return JSON.stringify({
        type: 'FeatureCollection',
        features: stops.map(({ position, name }) => ({
          type: 'Feature',
          properties: { name },
          geometry: { type: 'Point', coordinates: [position.lng, position.lat] },
        })),
      });
  }
}
