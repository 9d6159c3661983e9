import type { Checks, Day, EditedStop, Leg, Stop, Weather, Wish } from '@/api/types';
import { fetchedAt, metersBetween, nameOf, placeIdOf, placeOf, type Record } from './places';
import { reasonsIn } from './reasons';
import { uuid, type World } from './world';

type Language = Wish['language'];

const dayStart = 9 * 60;
const dayMs = 24 * 60 * 60 * 1000;

export interface Party {
  adults: number;
  children: number;
}

/** A day of a trip: its stops one after the other, with ways, checks and hours to eat. */
export function timedDay(
  world: World,
  date: string,
  stops: (EditedStop & { kept?: Stop | undefined })[],
  language: Language,
  party: Party,
): Day {
  const weather = weatherOn(world, date);
  const timed: Stop[] = [];
  let clock = dayStart;
  let lunch = false;
  const freeHours: NonNullable<Day['freeHours']> = [];
  for (const wanted of stops) {
    const place = placeOf(wanted.placeId);
    if (!place) continue;
    const before = timed.at(-1);
    const leg = before ? legBetween(before, place) : null;
    const onTheWay = leg ? Math.ceil((leg.minutes + 5) / 5) * 5 : 0;
    if (!lunch && clock + onTheWay >= 12 * 60 && place.category !== 'restaurant') {
      freeHours.push({ kind: 'lunch', from: hhmm(clock), to: hhmm(clock + 60) });
      clock += 60;
      lunch = true;
    }
    let arrive = clock + onTheWay;
    lunch ||= place.category === 'restaurant';
    if (wanted.arrive !== undefined) arrive = Math.max(arrive, minutesOf(wanted.arrive));
    const minutes = wanted.minutes ?? keptMinutes(wanted.kept) ?? place.minutes;
    const spare = arrive - clock;
    timed.push(
      stopAt(
        world,
        place,
        { date, arrive, depart: arrive + minutes, leg, spare, weather, language, party },
        wanted,
      ),
    );
    clock = arrive + minutes;
  }
  if (clock >= 18 * 60) freeHours.push({ kind: 'dinner', from: hhmm(clock), to: hhmm(clock + 60) });
  return { date, weather, stops: timed, ...(freeHours.length > 0 ? { freeHours } : {}) };
}

interface Visit {
  date: string;
  arrive: number;
  depart: number;
  leg: Leg | null;
  spare: number;
  weather: Weather;
  language: Language;
  party: Party;
}

function stopAt(
  world: World,
  place: Record,
  visit: Visit,
  wanted: EditedStop & { kept?: Stop | undefined },
): Stop {
  const says = reasonsIn(visit.language);
  const name = nameOf(place, visit.language);
  const eats = place.category === 'restaurant' || place.category === 'cafe';
  return {
    id: wanted.kept?.id ?? uuid(world),
    placeId: placeIdOf(place),
    source: { provider: 'catalogue', id: place.id, fetchedAt },
    name,
    localName: place.names.ko,
    category: place.category,
    position: place.position,
    address: place.address,
    arrive: hhmm(visit.arrive),
    depart: hhmm(visit.depart),
    activity: wanted.activity ?? wanted.kept?.activity ?? (eats ? says.eat(name) : says.visit(name)),
    locked: wanted.locked ?? wanted.kept?.locked ?? false,
    ...(place.adultKrw === null
      ? {}
      : { cost: { amount: String(place.adultKrw * visit.party.adults), currency: 'KRW' as const } }),
    legFromPrevious: visit.leg,
    checks: checksOf(place, visit),
  };
}

function checksOf(place: Record, visit: Visit): Checks {
  const says = reasonsIn(visit.language);
  return {
    exists: { verdict: 'pass', reason: says.exists(place.id) },
    open: openCheck(place, visit),
    travel: visit.leg
      ? {
          verdict: visit.leg.minutes <= visit.spare ? 'pass' : 'fail',
          reason: says.way(visit.leg.minutes, visit.spare),
        }
      : { verdict: 'pass', reason: says.first() },
    weather: !place.outdoor
      ? { verdict: 'pass', reason: says.indoors() }
      : visit.weather.kind !== 'forecast'
        ? { verdict: 'unknown', reason: says.noForecast() }
        : (visit.weather.rain ?? []).length > 0
          ? { verdict: 'fail', reason: says.wet() }
          : { verdict: 'pass', reason: says.dry() },
  };
}

function openCheck(place: Record, { date, arrive, depart, language }: Visit): Checks['open'] {
  const says = reasonsIn(language);
  if (!place.hours) return { verdict: 'unknown', reason: says.hoursUnknown() };
  const { open, close, closedDays } = place.hours;
  const weekday = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'][
    new Date(`${date}T00:00:00Z`).getUTCDay()
  ];
  if (closedDays.includes(weekday ?? '')) return { verdict: 'fail', reason: says.closedThatDay() };
  if (open === '00:00' && close === '24:00') return { verdict: 'pass', reason: says.always() };
  const fits = minutesOf(open) <= arrive && depart <= minutesOf(close);
  return fits
    ? { verdict: 'pass', reason: says.open(open, close) }
    : { verdict: 'fail', reason: says.shut(open, close) };
}

/** Forecasts reach five days; the second of them is wet. */
function weatherOn(world: World, date: string): Weather {
  const ahead = Math.floor((Date.parse(`${date}T23:59:59Z`) - world.now()) / dayMs);
  if (ahead < 0) return { kind: 'unknown' };
  if (ahead > 5)
    return { kind: 'climate', lowC: -1.5, highC: 7.8, rainDays: 3.6, source: 'reanalysis 2016-2025' };
  const rain = ahead === 2 ? [{ from: '12:00', millimetres: 4.2 }] : [];
  return { kind: 'forecast', lowC: 2, highC: 11, rain, source: 'demo' };
}

function legBetween(from: Stop, to: Record): Leg {
  const meters = Math.round(metersBetween(from.position, to.position) * 1.3);
  return meters < 1500
    ? { mode: 'walk', minutes: Math.max(1, Math.round(meters / 75)), meters, estimated: true }
    : { mode: 'transit', minutes: 10 + Math.round(meters / 350), meters, estimated: true };
}

function keptMinutes(stop: Stop | undefined): number | undefined {
  return stop && minutesOf(stop.depart) - minutesOf(stop.arrive);
}

export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export function hhmm(minutes: number): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
}
