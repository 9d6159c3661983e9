import type { FieldProblem } from '@/api/problem';
import type { KeptFile, Permission } from '@/platform/files';
import { type Draft, filesOf } from './wish';

/**
 * A film that was asked for on this device, from the tap until the API has answered.
 *
 * Its key is made with the tap and goes with every attempt, so however often it is tried it is one film. Files are sent
 * each by a permission of its own; those that have arrived are never sent again. All of it is kept on the device after
 * each step, and `reopened` is how it goes on after the app was killed or the page closed.
 */
export interface Order {
  key: string;
  at: number;
  draft: Draft;
  parcels: Parcel[];
  stage: Stage;
  /** What the API is being asked for just now. */
  asks: 'nothing' | 'permissions' | 'film';
  /** How often in a row there was no answer. */
  failures: number;
  hold: Hold | null;
}

export type Stage =
  | { is: 'sending' }
  | { is: 'ordered'; jobId: string }
  | { is: 'refused'; code: string; errors: FieldProblem[] };

/** Why nothing is tried before `until`. */
export interface Hold {
  until: number;
  /** A code of the API, or `no_answer`. */
  code: string;
}

export interface Parcel {
  file: KeptFile;
  passage: Passage;
  /** The most of it that has ever been under way, from 0 to 1: what is told never goes back. */
  shown: number;
  /** How often in a row it was turned away. */
  refusals: number;
}

export type Passage =
  | { is: 'waiting' }
  | { is: 'permitted'; permission: Permission }
  | { is: 'sending'; permission: Permission }
  | { is: 'arrived'; fileUrl: string }
  /** The device has not got it any more. */
  | { is: 'lost' }
  /** The store will not have it. */
  | { is: 'unwanted' };

export type Happened =
  | { has: 'reopened' }
  | { has: 'reconnected' }
  | { has: 'askedForPermissions' }
  | { has: 'permitted'; permissions: { id: string; permission: Permission }[] }
  | { has: 'begun'; id: string }
  | { has: 'progressed'; id: string; share: number }
  | { has: 'arrived'; id: string }
  | { has: 'turnedAway'; id: string }
  | { has: 'brokenOff'; id: string; at: number }
  | { has: 'lost'; id: string }
  | { has: 'leftOut'; id: string }
  | { has: 'askedForFilm' }
  /** The API has not heard it, or has said that it is for now only. */
  | { has: 'unanswered'; code: string; at: number; retryAfterMs?: number | undefined }
  | { has: 'missed'; indices: number[] }
  | { has: 'refused'; code: string; errors: FieldProblem[] }
  | { has: 'ordered'; jobId: string };

export const parallel = 3;
/** Permissions last a quarter of an hour, so not many are asked for ahead. */
export const batch = 6;
const mostRefusals = 3;
/** A permission that is about to end is not begun with. */
const marginMs = 20_000;
/** No file is told to be all there before its store has said so. */
const almost = 0.99;
const longestHoldMs = 60_000;

export function newOrder(key: string, draft: Draft, at: number): Order {
  return {
    key,
    at,
    draft,
    parcels: filesOf(draft).map((file) => parcelOf(file)),
    stage: { is: 'sending' },
    asks: 'nothing',
    failures: 0,
    hold: null,
  };
}

function parcelOf(file: KeptFile): Parcel {
  return file.fileUrl === undefined
    ? { file, passage: { is: 'waiting' }, shown: 0, refusals: 0 }
    : { file, passage: { is: 'arrived', fileUrl: file.fileUrl }, shown: 1, refusals: 0 };
}

export function after(order: Order, event: Happened): Order {
  switch (event.has) {
    case 'reopened':
      return {
        ...order,
        asks: 'nothing',
        failures: 0,
        hold: null,
        parcels: order.parcels.map((parcel) => ({ ...parcel, passage: put(parcel.passage) })),
      };
    case 'reconnected':
      return { ...order, failures: 0, hold: null };
    case 'askedForPermissions':
      return { ...order, asks: 'permissions' };
    case 'askedForFilm':
      return { ...order, asks: 'film' };
    case 'permitted':
      return event.permissions.reduce<Order>(
        (so, { id, permission }) =>
          changed(so, id, (parcel) => ({ ...parcel, passage: { is: 'permitted', permission } })),
        { ...order, asks: 'nothing', failures: 0, hold: null },
      );
    case 'begun':
      return changed(order, event.id, (parcel) =>
        parcel.passage.is === 'permitted'
          ? { ...parcel, passage: { is: 'sending', permission: parcel.passage.permission } }
          : parcel,
      );
    case 'progressed':
      return changed(order, event.id, (parcel) =>
        parcel.passage.is === 'sending'
          ? { ...parcel, shown: Math.max(parcel.shown, Math.min(event.share, almost)) }
          : parcel,
      );
    case 'arrived':
      return changed({ ...order, failures: 0, hold: null }, event.id, (parcel) =>
        parcel.passage.is === 'sending'
          ? {
              ...parcel,
              passage: { is: 'arrived', fileUrl: parcel.passage.permission.fileUrl },
              shown: 1,
              refusals: 0,
            }
          : parcel,
      );
    case 'turnedAway':
      return changed(order, event.id, turnedAway);
    case 'brokenOff':
      return changed(held(order, 'no_answer', event.at), event.id, (parcel) => ({
        ...parcel,
        passage: put(parcel.passage),
      }));
    case 'lost':
      return changed(order, event.id, (parcel) => ({ ...parcel, passage: { is: 'lost' } }));
    case 'leftOut':
      return without(order, event.id);
    case 'unanswered':
      return { ...held(order, event.code, event.at, event.retryAfterMs), asks: 'nothing' };
    case 'missed':
      return event.indices.reduce<Order>(
        (so, index) => {
          const parcel = so.parcels[index];
          return parcel ? changed(so, parcel.file.id, missed) : so;
        },
        { ...order, asks: 'nothing' },
      );
    case 'refused':
      return { ...order, asks: 'nothing', stage: { is: 'refused', code: event.code, errors: event.errors } };
    case 'ordered':
      return { ...order, asks: 'nothing', hold: null, stage: { is: 'ordered', jobId: event.jobId } };
  }
}

/** What was under way when everything stopped is to be begun again, by the same permission: the same file, not another. */
function put(passage: Passage): Passage {
  return passage.is === 'sending' ? { is: 'permitted', permission: passage.permission } : passage;
}

function turnedAway(parcel: Parcel): Parcel {
  const refusals = parcel.refusals + 1;
  return refusals > mostRefusals
    ? { ...parcel, refusals, shown: 0, passage: { is: 'unwanted' } }
    : { ...parcel, refusals, shown: Math.min(parcel.shown, almost), passage: { is: 'waiting' } };
}

/** The API has not got it, whatever it has said before. */
function missed(parcel: Parcel): Parcel {
  return parcel.file.onlyThere ? { ...parcel, passage: { is: 'lost' } } : turnedAway(parcel);
}

function changed(order: Order, id: string, change: (parcel: Parcel) => Parcel): Order {
  return {
    ...order,
    parcels: order.parcels.map((parcel) => (parcel.file.id === id ? change(parcel) : parcel)),
  };
}

function without(order: Order, id: string): Order {
  const { draft } = order;
  const isMusic = draft.ownMusic?.id === id;
  return {
    ...order,
    parcels: order.parcels.filter(({ file }) => file.id !== id),
    draft: isMusic
      ? { ...draft, ownMusic: null, music: { is: 'template' } }
      : { ...draft, photos: draft.photos.filter((photo) => photo.id !== id) },
  };
}

function held(order: Order, code: string, at: number, retryAfterMs?: number): Order {
  const failures = order.failures + 1;
  const wait = retryAfterMs ?? Math.min(1000 * 2 ** (failures - 1), longestHoldMs);
  return { ...order, failures, hold: { until: at + wait, code } };
}

/** What is to be done now. */
export type Step =
  | { do: 'askForPermissions'; parcels: Parcel[] }
  | { do: 'send'; file: KeptFile; permission: Permission }
  | { do: 'askForFilm' }
  | { do: 'wait'; until: number };

export function stepsFor(order: Order, now: number): Step[] {
  if (order.stage.is !== 'sending' || order.asks === 'film') return [];
  if (order.hold && order.hold.until > now) return [{ do: 'wait', until: order.hold.until }];
  if (order.parcels.every(({ passage }) => passage.is === 'arrived')) {
    return order.asks === 'nothing' ? [{ do: 'askForFilm' }] : [];
  }
  const steps: Step[] = [];
  const sending = order.parcels.filter(({ passage }) => passage.is === 'sending').length;
  const ready = order.parcels.flatMap(({ file, passage }) =>
    passage.is === 'permitted' && holds(passage.permission, now)
      ? [{ file, permission: passage.permission }]
      : [],
  );
  const begin = ready.slice(0, parallel - sending);
  steps.push(...begin.map((parcel) => ({ do: 'send', ...parcel }) as const));
  const bare = order.parcels.filter(
    ({ passage }) =>
      passage.is === 'waiting' || (passage.is === 'permitted' && !holds(passage.permission, now)),
  );
  const runsLow = ready.length - begin.length < parallel;
  if (order.asks === 'nothing' && runsLow && bare.length > 0) {
    steps.push({ do: 'askForPermissions', parcels: bare.slice(0, batch) });
  }
  return steps;
}

function holds({ expiresAt }: Permission, now: number): boolean {
  return Date.parse(expiresAt) - marginMs > now;
}

/** Files that somebody has to decide about before it can go on. */
export function stuck(order: Order): Parcel[] {
  return order.parcels.filter(({ passage }) => passage.is === 'lost' || passage.is === 'unwanted');
}

/** Whether nothing goes on before somebody has decided about what is stuck. */
export function waitsForDecision(order: Order): boolean {
  const isDone = ({ passage: { is } }: Parcel) => is === 'arrived' || is === 'lost' || is === 'unwanted';
  return order.stage.is === 'sending' && stuck(order).length > 0 && order.parcels.every(isDone);
}

/** How much of it has been sent, from 0 to 1, each file by its size. */
export function shareSent({ parcels }: Pick<Order, 'parcels'>): number {
  // Of what only the API has nobody here knows the size.
  const weightOf = ({ file }: Parcel) => Math.max(file.bytes, 1);
  const all = parcels.reduce((sum, parcel) => sum + weightOf(parcel), 0);
  if (all === 0) return 0;
  return parcels.reduce((sum, parcel) => sum + weightOf(parcel) * parcel.shown, 0) / all;
}

export function arrivedCount({ parcels }: Pick<Order, 'parcels'>): number {
  return parcels.filter(({ passage }) => passage.is === 'arrived').length;
}

/** What a file is called at the API, once it has arrived there. */
export function fileUrlOf(order: Order, id: string): string | null {
  const passage = order.parcels.find(({ file }) => file.id === id)?.passage;
  return passage?.is === 'arrived' ? passage.fileUrl : null;
}

/** Which file the API means by an address. */
export function fileAt(order: Pick<Order, 'parcels'>, fileUrl: string): KeptFile | undefined {
  return order.parcels.find(({ passage }) => passage.is === 'arrived' && passage.fileUrl === fileUrl)?.file;
}
