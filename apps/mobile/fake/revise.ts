import type { Change, Day, Revision, Stop } from '@/api/types';
import { answer, listing, problem, route, type UserCall } from './http';
import { partyOf, tripOf } from './planning';
import { placeIdOf, places, placesNamed, type Record } from './places';
import { withPlan, whole } from './plans';
import { timedDay } from './timing';
import { change, instant, type Kept, next, type World } from './world';

export const reviseRoutes = [
  route('POST', '/api/v1/plans/{id}/revise', withPlan(revise)),
  route(
    'GET',
    '/api/v1/plans/{id}/revisions',
    withPlan(({ url }, kept) => {
      const summaries = [...kept.revisions.values()]
        .reverse()
        .map(({ revision: { proposal: _proposal, ...rest } }) => rest);
      return answer(200, listing(summaries, url));
    }),
  ),
  route(
    'GET',
    '/api/v1/plans/{id}/revisions/{revisionId}',
    withPlan(({ path }, kept) => {
      const found = kept.revisions.get(path.revisionId ?? '');
      return found ? answer<Revision>(200, found.revision) : problem(404, 'not_found');
    }),
  ),
  route(
    'POST',
    '/api/v1/plans/{id}/revisions/{revisionId}/accept',
    withPlan(({ path, world }, kept) => {
      const found = kept.revisions.get(path.revisionId ?? '');
      if (!found) return problem(404, 'not_found');
      if (found.madeOf !== kept.version) return problem(412, 'precondition_failed');
      return whole(200, change(world, kept, found.revision.proposal));
    }),
  ),
];

async function revise({ request, world }: UserCall, kept: Kept): Promise<Response> {
  const { instruction, locked = [] } = (await request.json()) as { instruction: string; locked?: string[] };
  const isLocked = (stop: Stop) => stop.locked || locked.includes(stop.id);
  const days = changed(world, kept, instruction, isLocked);
  if (days === null) return problem(422, 'not_understood');
  const revision: Revision = {
    revisionId: `revision-${next(world)}`,
    instruction,
    createdAt: instant(world),
    proposal: tripOf(world, { ...kept.plan, days }),
    diff: differences(kept.plan.days, days),
  };
  kept.revisions.set(revision.revisionId, { revision, madeOf: kept.version });
  return answer<Revision>(200, revision);
}

/** It understands less of it, indoors for rain, and "with ..." or "without ..." a place or a kind. */
function changed(
  world: World,
  kept: Kept,
  instruction: string,
  isLocked: (stop: Stop) => boolean,
): Day[] | null {
  const words = instruction.toLowerCase();
  const { days, language } = kept.plan;
  const again = (day: Day, stops: (Stop | Record)[]) =>
    timedDay(
      world,
      day.date,
      stops.map((stop) =>
        'placeId' in stop ? { placeId: stop.placeId, kept: stop } : { placeId: placeIdOf(stop) },
      ),
      language,
      partyOf(kept.plan),
    );
  if (/여유|relax|slow|less|ゆっくり|轻松/.test(words)) {
    const fullest = days.reduce((a, b) => (b.stops.length > a.stops.length ? b : a));
    const last = fullest.stops.filter((stop) => !isLocked(stop)).at(-1);
    return last
      ? days.map((day) =>
          day === fullest
            ? again(
                day,
                day.stops.filter((stop) => stop !== last),
              )
            : day,
        )
      : null;
  }
  if (/비|rain|雨/.test(words)) {
    const used = new Set(days.flatMap((day) => day.stops.map((stop) => stop.placeId)));
    const spare = places.filter((place) => !place.outdoor && !used.has(placeIdOf(place)));
    return days.map((day) => {
      const wet = day.stops.find((stop) => stop.checks.weather.verdict !== 'pass' && !isLocked(stop));
      const dry = wet && spare.shift();
      return wet && dry
        ? again(
            day,
            day.stops.map((stop) => (stop === wet ? dry : stop)),
          )
        : day;
    });
  }
  const without = /(?:without|no|remove|skip) (.+)$|^(.+?)(?:은|는|을|를)? ?(?:빼|제외)/.exec(words);
  if (without) {
    const named = meant(without[1] ?? without[2]).map(placeIdOf);
    const leaves = (stop: Stop) => named.includes(stop.placeId) && !isLocked(stop);
    if (!days.some((day) => day.stops.some(leaves))) return null;
    return days.map((day) =>
      day.stops.some(leaves)
        ? again(
            day,
            day.stops.filter((stop) => !leaves(stop)),
          )
        : day,
    );
  }
  const more = /(?:with|add|visit) (.+)$|^(.+?)(?:도|을|를)? ?(?:추가|넣)/.exec(words);
  const place = more && meant(more[1] ?? more[2])[0];
  const emptiest = days.reduce((a, b) => (b.stops.length < a.stops.length ? b : a));
  return place ? days.map((day) => (day === emptiest ? again(day, [...day.stops, place]) : day)) : null;
}

/** Places by a name or a kind as people say it: "a cafe", "museums", "카페". */
function meant(words = ''): Record[] {
  const word = words
    .trim()
    .replace(/^(?:an?|the|any) /, '')
    .replace(/s$/, '');
  return placesNamed(kinds[word] ?? word);
}

const kinds: { [word: string]: string } = { 카페: 'cafe', 박물관: 'museum', 시장: 'market' };

function differences(before: Day[], after: Day[]): Change[] {
  const at = (days: Day[]) =>
    new Map(
      days.flatMap((day) => day.stops.map((stop, index) => [stop.id, { stop, date: day.date, index }])),
    );
  const old = at(before);
  const young = at(after);
  const changes: Change[] = [];
  for (const [stopId, { stop, date }] of old) {
    if (!young.has(stopId)) changes.push({ op: 'remove', stopId, date, before: stop });
  }
  for (const [stopId, { stop, date }] of young) {
    const was = old.get(stopId);
    if (!was) changes.push({ op: 'add', stopId, date, after: stop });
    else if (was.date !== date) changes.push({ op: 'move', stopId, date, before: was.stop, after: stop });
    else if (was.stop.arrive !== stop.arrive || was.stop.depart !== stop.depart) {
      changes.push({ op: 'change', stopId, date, before: was.stop, after: stop });
    }
  }
  return changes;
}
