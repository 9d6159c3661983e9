import type { Certificate, Day, Finding, Infeasible, Plan, Trip, Verdict, Wish } from '@/api/types';
import {
  cityNamed,
  cityNear,
  fetchedAt,
  metersBetween,
  placeIdOf,
  placeOf,
  places,
  placesNamed,
  type Record,
} from './places';
import { reasonsIn } from './reasons';
import { minutesOf, type Party, timedDay } from './timing';
import { instant, type World } from './world';

const dayMs = 24 * 60 * 60 * 1000;
const most = { relaxed: 5, balanced: 8, packed: 11 };

/** A trip for a wish, or why there is none. Plain as it is, it says everything that a real one says. */
export function draft(world: World, wish: Wish): { trip: Trip } | { infeasible: Infeasible } {
  const { destination } = wish;
  const city = 'name' in destination ? cityNamed(destination.name) : cityNear(destination.position);
  if (city === undefined)
    return { infeasible: unknownDestination('name' in destination ? destination.name : '?') };
  const musts = (wish.mustVisit ?? []).map((must) =>
    'placeId' in must ? placeOf(must.placeId) : placesNamed(must.text)[0],
  );
  const missing = musts.findIndex((must) => must === undefined);
  if (missing >= 0) return { infeasible: unknownMust(wish, missing) };
  const avoided = new Set((wish.avoid ?? []).flatMap((text) => placesNamed(text)));
  const clash = musts.findIndex((must) => must !== undefined && avoided.has(must));
  if (clash >= 0) return { infeasible: avoidedMust(clash) };
  const dates = datesOf(wish.startDate, wish.endDate);
  const chosen = choose(wish, city, musts as Record[], avoided, dates.length);
  const days = dates.map((date, index) => fittedDay(world, date, chosen[index] ?? [], wish));
  return {
    trip: tripOf(world, {
      title: reasonsIn(wish.language).title(city, dates.length),
      language: wish.language,
      request: wish,
      destination,
      startDate: wish.startDate,
      endDate: wish.endDate,
      source: 'optimizer',
      days,
    }),
  };
}

/** A day without what is closed when one comes, or would begin or end too late. */
function fittedDay(world: World, date: string, chosen: Record[], wish: Wish): Day {
  const stops = chosen.map((place) => ({ placeId: placeIdOf(place) }));
  const day = timedDay(world, date, stops, wish.language, wish.party);
  const misfit = day.stops.findIndex(
    (stop) =>
      stop.checks.open.verdict === 'fail' || minutesOf(stop.depart) > 21 * 60 || stop.depart <= stop.arrive,
  );
  return misfit < 0
    ? day
    : fittedDay(
        world,
        date,
        chosen.filter((_place, index) => index !== misfit),
        wish,
      );
}

function choose(wish: Wish, city: string, musts: Record[], avoided: Set<Record>, days: number): Record[][] {
  const liked = (place: Record) =>
    place.interests.filter((one) => (wish.interests ?? []).includes(one)).length;
  const pool = places
    .filter((place) => place.city === city && !avoided.has(place) && !musts.includes(place))
    .sort((a, b) => liked(b) - liked(a));
  const wanted = [...musts, ...pool].slice(0, Math.max(musts.length, days * most[wish.pace]));
  const result: Record[][] = [];
  for (let day = 0; day < days; day += 1) {
    const today: Record[] = [];
    let here = wanted.shift();
    while (here && today.length < most[wish.pace]) {
      today.push(here);
      const from = here.position;
      wanted.sort((a, b) => metersBetween(from, a.position) - metersBetween(from, b.position));
      here = today.length < most[wish.pace] ? wanted.shift() : undefined;
    }
    result.push(today);
  }
  return result;
}

/** A trip together with what its days come to. */
export function tripOf(world: World, told: Omit<Trip, 'certificate' | 'totals'>): Trip {
  const stops = told.days.flatMap((day) => day.stops);
  const admission = stops.reduce((sum, stop) => sum + Number(stop.cost?.amount ?? 0), 0);
  return {
    ...told,
    totals: {
      admission: { amount: String(admission), currency: 'KRW' },
      inHomeCurrency: null,
      unpriced: stops.filter((stop) => !stop.cost).length,
    },
    certificate: certify(world, told, admission),
  };
}

function certify(world: World, told: Omit<Trip, 'certificate' | 'totals'>, admission: number): Certificate {
  const says = reasonsIn(told.language);
  const stops = told.days.flatMap((day) => day.stops);
  const findings: Finding[] = stops.flatMap((stop) =>
    (['exists', 'open', 'travel', 'weather'] as const)
      .filter((check) => stop.checks[check].verdict !== 'pass')
      .map((check) => ({
        stopId: stop.id,
        check,
        verdict: stop.checks[check].verdict,
        detail: `${stop.name}: ${stop.checks[check].reason}`,
      })),
  );
  findings.push({ check: 'dates', verdict: 'pass', detail: says.dates(told.days.length) });
  const twice = new Set(stops.map((stop) => stop.placeId)).size < stops.length;
  if (!twice) findings.push({ check: 'duplicates', verdict: 'pass', detail: says.duplicates() });
  const budget = told.request?.budget;
  if (budget) {
    const verdict = budget.currency !== 'KRW' || admission <= Number(budget.amount) ? 'pass' : 'fail';
    const detail = says.budget(String(admission), `${budget.amount} ${budget.currency}`);
    findings.push({ check: 'budget', verdict, detail });
  }
  const unpriced = stops.filter((stop) => !stop.cost).length;
  if (unpriced > 0) findings.push({ check: 'prices', verdict: 'unknown', detail: says.prices(unpriced) });
  const hard = findings.filter(({ check }) => check !== 'weather' && check !== 'prices');
  const verdict: Verdict =
    (['fail', 'unknown'] as const).find((one) => hard.some((f) => f.verdict === one)) ?? 'pass';
  return { verdict, checkedAt: instant(world), findings, sources: [{ provider: 'catalogue', fetchedAt }] };
}

export function datesOf(from: string, to: string): string[] {
  const dates = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs)
    dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}

export function partyOf(trip: Pick<Plan, 'request'>): Party {
  return trip.request?.party ?? { adults: 1, children: 0 };
}

function unknownDestination(name: string): Infeasible {
  return {
    conflicts: [{ kind: 'unknown_destination', pointers: ['/destination/name'], detail: `${name}: ?` }],
    relaxations: [
      { detail: '→ Busan', patch: [{ op: 'replace', path: '/destination/name', value: 'Busan' }] },
      { detail: '→ Seoul', patch: [{ op: 'replace', path: '/destination/name', value: 'Seoul' }] },
    ],
  };
}

function unknownMust(wish: Wish, index: number): Infeasible {
  const must = wish.mustVisit?.[index];
  const name = must && 'text' in must ? must.text : '?';
  return {
    conflicts: [
      {
        kind: 'unknown_must_visit',
        pointers: ['/destination', `/mustVisit/${index}`],
        detail:
          wish.language === 'ko' ? `${name}: 어느 곳에서도 찾을 수 없음` : `${name}: no provider knows it`,
      },
    ],
    relaxations: [
      {
        detail: wish.language === 'ko' ? `${name} 빼기` : `Leave out ${name}`,
        patch: [{ op: 'remove', path: `/mustVisit/${index}` }],
      },
    ],
  };
}

function avoidedMust(index: number): Infeasible {
  return {
    conflicts: [
      {
        kind: 'avoided_must_visit',
        pointers: [`/mustVisit/${index}`, '/avoid'],
        detail: 'must-visit and avoid',
      },
    ],
    relaxations: [{ detail: 'avoid −', patch: [{ op: 'remove', path: '/avoid/0' }] }],
  };
}
