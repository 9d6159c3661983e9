import type { Day, Plan, Stop, Weather } from '@/api/types';
import { clockThere, minutesBetween, minutesOf, timeOf } from './days';

/** Where a traveller who keeps to the plan is now. */
export type Now =
  | { is: 'before'; next: Stop; leaveAt: string | null }
  | { is: 'at'; stop: Stop; next: Stop | null; leaveAt: string }
  /** `late`: the way there takes longer than there is. */
  | { is: 'between'; next: Stop; leaveAt: string; late: boolean }
  | { is: 'over' };

/** The day of the trip that it is there now; null before and after the trip. */
export function dayOf(plan: Pick<Plan, 'days'>, now: number): { day: Day; index: number } | null {
  const { date } = clockThere(now);
  const index = plan.days.findIndex((day) => day.date === date);
  const day = plan.days[index];
  return day ? { day, index } : null;
}

/** @param minutes since midnight, where the trip is */
export function nowOf(day: Pick<Day, 'stops'>, minutes: number): Now {
  let before: Stop | null = null;
  for (const stop of day.stops) {
    const arrive = afterMidnight(day, stop, stop.arrive);
    if (minutes < arrive) {
      const leaveAt = leaving(stop);
      if (!before) return { is: 'before', next: stop, leaveAt: stop.legFromPrevious ? leaveAt : null };
      return {
        is: 'between',
        next: stop,
        leaveAt,
        late: minutes > arrive - (stop.legFromPrevious?.minutes ?? 0),
      };
    }
    const depart = arrive + minutesBetween(stop.arrive, stop.depart);
    if (minutes < depart) {
      const next = day.stops[day.stops.indexOf(stop) + 1] ?? null;
      // Who stays until the end of the visit has time enough, unless the way is longer than the gap.
      const latest = next ? leaving(next) : stop.depart;
      return { is: 'at', stop, next, leaveAt: next ? latest : stop.depart };
    }
    before = stop;
  }
  return { is: 'over' };
}

/** When to leave so as to arrive at a stop in time. */
function leaving(stop: Stop): string {
  return timeOf(minutesOf(stop.arrive) - (stop.legFromPrevious?.minutes ?? 0));
}

/** Stops keep their order; one whose time is smaller than the first's is after midnight. */
function afterMidnight(day: Pick<Day, 'stops'>, stop: Stop, time: string): number {
  const first = day.stops[0];
  const minutes = minutesOf(time);
  return first && stop !== first && minutes < minutesOf(first.arrive) ? minutes + 24 * 60 : minutes;
}

/** What the weather is in the way of, from now on. */
export function weatherAhead(day: Day, minutes: number): { rainAt: string[]; stops: Stop[] } {
  return {
    rainAt: rainHours(day.weather).filter((from) => minutesOf(from) + 3 * 60 > minutes),
    stops: day.stops.filter(
      (stop) => stop.checks.weather.verdict === 'fail' && afterMidnight(day, stop, stop.depart) > minutes,
    ),
  };
}

/** When 1 mm or more falls in three hours. */
export function rainHours(weather: Weather): string[] {
  return (weather.rain ?? []).filter(({ millimetres }) => millimetres >= 1).map(({ from }) => from);
}
