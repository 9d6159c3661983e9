import { type Api, dataOf } from '@/api/client';
import { NoAnswer, type Problem, Refused, SessionEnded } from '@/api/problem';
import type { KeptFile } from '@/platform/files';
import { fileUrlOf, type Happened, type Order } from './order';
import { orderOf } from './wish';

/** Asks for the permissions to send files; what it answers, or that it does not. */
export async function permissionsFor(
  api: Api,
  files: readonly KeptFile[],
  signal: AbortSignal,
  now: () => number,
): Promise<Happened> {
  try {
    const { uploads } = await dataOf(
      api.POST('/api/v1/videos/uploads', {
        body: { files: files.map(({ kind, contentType, bytes }) => ({ kind, contentType, bytes })) },
        signal,
      }),
    );
    const permissions = files.flatMap(({ id }, index) => {
      const permission = uploads[index];
      return permission ? [{ id, permission }] : [];
    });
    return { has: 'permitted', permissions };
  } catch (error) {
    return unanswered(error, now()) ?? refusedBy(error);
  }
}

/** Asks for the film itself, under the order's key. */
export async function filmFor(
  api: Api,
  order: Order,
  signal: AbortSignal,
  now: () => number,
): Promise<Happened> {
  try {
    const { jobId } = await dataOf(
      api.POST('/api/v1/videos', {
        params: { header: { 'Idempotency-Key': order.key } },
        body: orderOf(order.draft, (file) => fileUrlOf(order, file.id) ?? ''),
        signal,
      }),
    );
    return { has: 'ordered', jobId };
  } catch (error) {
    const indices = error instanceof Refused ? missedFiles(error.problem, order.draft.photos.length) : null;
    return indices ? { has: 'missed', indices } : (unanswered(error, now()) ?? refusedBy(error));
  }
}

/** What is worth trying again later; null for refusals that stand. */
function unanswered(error: unknown, at: number): Happened | null {
  if (!(error instanceof Refused)) return { has: 'unanswered', code: codeFor(error), at };
  const { status, code } = error.problem;
  const isForNow = status === 429 || status >= 500;
  return isForNow ? { has: 'unanswered', code, at, retryAfterMs: error.retryAfterMs } : null;
}

function codeFor(error: unknown): string {
  if (error instanceof SessionEnded) return 'session_ended';
  return error instanceof NoAnswer ? 'no_answer' : 'unexpected';
}

function refusedBy(error: unknown): Happened {
  const { code, errors = [] } = error instanceof Refused ? error.problem : { code: 'unexpected' };
  return { has: 'refused', code, errors };
}

/** Which files the API has not got, where that is all that is wrong; null for any other refusal. */
export function missedFiles({ status, errors = [] }: Problem, photos: number): number[] | null {
  if (status !== 400 || errors.length === 0) return null;
  const indices = errors.map(({ pointer, code }) => {
    if (code !== 'not_uploaded' && code !== 'not_found') return null;
    const index = /^\/photoUrls\/(\d+)$/.exec(pointer)?.[1];
    if (index !== undefined) return Number(index);
    return pointer === '/music' ? photos : null;
  });
  const known = indices.filter((index) => index !== null);
  return known.length === indices.length ? known : null;
}
