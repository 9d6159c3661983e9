import type { Plan, Revision, Trip, User, Video, VideoChoice } from '@/api/types';

/** Everything the back end knows, and what tests turn. */
export interface World {
  /** Where it can be reached. */
  address: string;
  now: () => number;
  /** Waits between the steps of what takes time; tests do not wait at all. */
  pause: () => Promise<void>;
  users: Map<string, User>;
  /** By access token. */
  sessions: Map<string, { user: string; until: number }>;
  /** By refresh token. */
  refreshes: Map<string, string>;
  /** Sign-ins under way: at the provider by state, and come back by code. */
  journeys: Map<string, { provider: string; redirectUri: string; challenge: string; state: string }>;
  codes: Map<string, { user: string; challenge: string }>;
  plans: Map<string, Kept>;
  /** Generations by user and idempotency key. */
  generations: Map<string, Generation>;
  uploads: Map<string, { user: string; bytes: Uint8Array | null; contentType: string; size: number }>;
  films: Map<string, MadeFilm>;
  filmKeys: Map<string, { body: string; jobId: string }>;
  devices: Map<string, { user: string; platform: string; pushToken: string }>;
  choice: VideoChoice;
  counter: number;
  planCounter: number;
}

export interface MadeFilm {
  user: string;
  film: Video;
  photoUrls: readonly string[];
}

export interface Kept {
  user: string;
  plan: Plan;
  version: number;
  revisions: Map<string, { revision: Revision; madeOf: number }>;
  share: string | null;
}

/** A generation that can be attached to: its events so far, and who waits for more. */
export interface Generation {
  body: string;
  events: { event: string; data: unknown }[];
  done: boolean;
  listeners: Set<() => void>;
}

export function createWorld(settings: Partial<Pick<World, 'address' | 'now' | 'pause'>> = {}): World {
  const aspects = [
    { id: '9:16', width: 1080, height: 1920 },
    { id: '16:9', width: 1920, height: 1080 },
    { id: '1:1', width: 1080, height: 1080 },
  ] as const;
  const template = (id: string, name: string, music: string) => ({
    id,
    name,
    music,
    aspects: aspects.map((aspect) => aspect.id),
    seconds: [15, 30, 60],
  });
  return {
    address: 'http://oddiya.test',
    now: Date.now,
    pause: () => Promise.resolve(),
    ...settings,
    users: new Map(),
    sessions: new Map(),
    refreshes: new Map(),
    journeys: new Map(),
    codes: new Map(),
    plans: new Map(),
    generations: new Map(),
    uploads: new Map(),
    films: new Map(),
    filmKeys: new Map(),
    devices: new Map(),
    choice: {
      templates: [
        template('basic', 'Basic', 'daybreak'),
        template('beat', 'Beat', 'streetlight'),
        template('polaroid', 'Polaroid wall', 'picnic'),
        template('panorama', 'Panorama', 'horizon'),
      ],
      aspects: [...aspects],
      tracks: [
        { id: 'daybreak', title: 'Daybreak', beatsPerMinute: 90 },
        { id: 'streetlight', title: 'Streetlight', beatsPerMinute: 120 },
        { id: 'picnic', title: 'Picnic', beatsPerMinute: 100 },
        { id: 'horizon', title: 'Horizon', beatsPerMinute: 60 },
      ],
    },
    counter: 0,
    planCounter: 0,
  };
}

export function instant(world: World): string {
  return new Date(world.now()).toISOString();
}

/** A number that was not given out before. */
export function next(world: World): number {
  world.counter += 1;
  return world.counter;
}

/** An id that looks like those of the back end, and is the same in each run. */
export function uuid(world: World): string {
  return `00000000-0000-4000-8000-${next(world).toString(16).padStart(12, '0')}`;
}

export function keep(world: World, user: string, trip: Trip): Kept {
  const at = instant(world);
  const plan: Plan = { ...trip, id: String((world.planCounter += 1)), createdAt: at, updatedAt: at };
  const kept: Kept = { user, plan, version: 1, revisions: new Map(), share: null };
  world.plans.set(plan.id, kept);
  return kept;
}

export function tagOf(kept: Pick<Kept, 'version'>): string {
  return `"${kept.version}"`;
}

/** Stores what has become of a plan. */
export function change(world: World, kept: Kept, trip: Partial<Trip>): Kept {
  kept.plan = { ...kept.plan, ...trip, updatedAt: instant(world) };
  kept.version += 1;
  return kept;
}
