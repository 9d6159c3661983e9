import type { Api } from '@/api/client';
import { NoAnswer, problemFrom, Refused, SessionEnded } from '@/api/problem';
import { isWorthRetrying, retryDelay } from '@/api/retry';
import type { Plan, StageEvent, StopEvent, Wish } from '@/api/types';

/** A plan that was asked for: with its key whoever comes back attaches to it, and never begins a second one. */
export interface Asked {
  /** The Idempotency-Key. */
  key: string;
  wish: Wish;
  /** When it was asked for first, in milliseconds since 1970. */
  at: number;
}

export const stages = ['collecting', 'choosing', 'routing', 'checking'] as const;
export type Stage = StageEvent['stage'];

/** What is seen of a plan that is being made. */
export interface Watch {
  is: 'connecting' | 'making' | 'waiting' | 'made' | 'refused';
  /** What it is doing, and how many things it has told each stage to be about. */
  stage: Stage | null;
  counts: Partial<Record<Stage, number>>;
  stops: readonly StopEvent[];
  /** Of what is shown, nothing has been told on this connection. */
  isFresh: boolean;
  plan?: Plan;
  error?: unknown;
}

export type WatchEvent =
  | { has: 'asked' }
  | { has: 'reached'; stage: Stage; count: number }
  | { has: 'fixed'; stop: StopEvent }
  | { has: 'made'; plan: Plan }
  /** The connection is gone, and will be made again. */
  | { has: 'lost'; error: unknown }
  | { has: 'refused'; error: unknown };

export const unwatched: Watch = { is: 'connecting', stage: null, counts: {}, stops: [], isFresh: true };

export function watched(watch: Watch, event: WatchEvent): Watch {
  switch (event.has) {
    case 'asked':
      return { ...watch, is: watch.is === 'waiting' ? 'waiting' : 'connecting', isFresh: true };
    case 'reached':
      return {
        ...watch,
        is: 'making',
        stage: event.stage,
        counts: { ...watch.counts, [event.stage]: event.count },
      };
    case 'fixed':
      return { ...watch, is: 'making', isFresh: false, stops: withStop(watch, event.stop) };
    case 'made':
      return { ...watch, is: 'made', plan: event.plan };
    case 'lost':
      return { ...watch, is: 'waiting', error: event.error };
    case 'refused':
      return { ...watch, is: 'refused', error: event.error };
  }
}

/**
 * Whoever attaches again is told all stops again, and knows them. Others than those are of a generation that had to be begun
 * anew, since nobody was left to go on with the first one: then they are all that there is.
 */
function withStop({ stops, isFresh }: Watch, stop: StopEvent): readonly StopEvent[] {
  if (stops.some((known) => known.stop.id === stop.stop.id)) return stops;
  return isFresh ? [stop] : [...stops, stop];
}

export interface Following {
  signal: AbortSignal;
  /** Waits so many milliseconds, less if there is reason to hope before. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Asks for a plan, or attaches to it if it was asked for before, and tells what is seen of it until it is made or refused.
 * A lost connection is made again; the same key finds the same generation.
 */
export async function follow(
  api: Pick<Api, 'stream'>,
  { key, wish }: Asked,
  tell: (event: WatchEvent) => void,
  { signal, pause }: Following,
): Promise<void> {
  for (let failures = 0; ; failures += 1) {
    try {
      tell({ has: 'asked' });
      for await (const { event, data } of api.stream('/api/v1/plans/generate', wish, { key, signal })) {
        const told = read(event, data);
        if (!told || signal.aborted) continue;
        failures = 0;
        tell(told);
        if (told.has === 'made') return;
      }
      throw new NoAnswer('the stream has ended before the plan');
    } catch (cause) {
      if (signal.aborted) return;
      const error = outageIn(cause);
      if (!isWorthRetrying(failures, error)) {
        tell({ has: 'refused', error });
        return;
      }
      tell({ has: 'lost', error });
      await pause(retryDelay(failures, error), signal);
      if (signal.aborted) return;
    }
  }
}

function read(event: string, data: string): WatchEvent | null {
  switch (event) {
    case 'stage': {
      const { stage, count } = JSON.parse(data) as StageEvent;
      return { has: 'reached', stage, count };
    }
    case 'stop':
      return { has: 'fixed', stop: JSON.parse(data) as StopEvent };
    case 'plan':
      return { has: 'made', plan: JSON.parse(data) as Plan };
    case 'error':
      throw new Refused(problemFrom(JSON.parse(data), 500));
    default:
      return null;
  }
}

/** A stream that breaks off does so with whatever error the platform has for it. */
function outageIn(cause: unknown): unknown {
  const isTold = cause instanceof Refused || cause instanceof SessionEnded || cause instanceof SyntaxError;
  return isTold ? cause : cause instanceof NoAnswer ? cause : new NoAnswer(cause);
}
