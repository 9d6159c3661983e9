import type { Plan, Wish } from '@/api/types';
import { answer, problem, route, type UserCall } from './http';
import { draft } from './planning';
import { type Generation, keep, tagOf, type World } from './world';

export const generateRoutes = [route('POST', '/api/v1/plans/generate', generate)];

async function generate(call: UserCall): Promise<Response> {
  const { request, world, user } = call;
  const body = await request.text();
  const key = request.headers.get('Idempotency-Key');
  const streams = (request.headers.get('Accept') ?? '').includes('text/event-stream');
  const known = key === null ? undefined : world.generations.get(`${user.id} ${key}`);
  if (known && known.body !== body) return problem(422, 'idempotency_key_reused');
  if (known) return follow(known, streams);

  const wish = JSON.parse(body) as Wish;
  const errors = faultsOf(wish);
  if (errors.length > 0) return problem(400, 'validation_failed', { errors });
  const generation: Generation = { body, events: [], done: false, listeners: new Set() };
  if (key !== null) world.generations.set(`${user.id} ${key}`, generation);
  void run(world, user.id, wish, generation);
  return follow(generation, streams);
}

function faultsOf(wish: Wish) {
  const fault = (pointer: string, code: string) => ({ pointer, code, detail: `${code}.` });
  const days = (Date.parse(wish.endDate) - Date.parse(wish.startDate)) / 86_400_000 + 1;
  return [
    ...(days >= 1 && days <= 14 ? [] : [fault('/endDate', 'out_of_range')]),
    ...(wish.party.adults >= 1 ? [] : [fault('/party/adults', 'out_of_range')]),
    ...((wish.notes ?? '').length <= 500 ? [] : [fault('/notes', 'too_long')]),
  ];
}

/** Makes the plan in small steps, each of which those who watch get to see. */
async function run(world: World, user: string, wish: Wish, generation: Generation): Promise<void> {
  const tell = async (event: string, data: unknown) => {
    generation.events.push({ event, data });
    generation.listeners.forEach((listener) => listener());
    await world.pause();
  };
  await tell('stage', { stage: 'collecting', count: 0 });
  await tell('stage', { stage: 'collecting', count: 62 });
  const drafted = draft(world, wish);
  if ('infeasible' in drafted) {
    await tell('error', {
      type: 'urn:oddiya:problem:infeasible',
      title: 'Infeasible',
      status: 422,
      detail: 'No plan can be what was asked for.',
      instance: '/api/v1/plans/generate',
      code: 'infeasible',
      requestId: '0af7651916cd43dd8448eb211c80319c',
      ...drafted.infeasible,
    });
  } else {
    const { trip } = drafted;
    await tell('stage', { stage: 'choosing', count: 62 });
    await tell('stage', { stage: 'routing', count: trip.days.length });
    await tell('stage', { stage: 'checking', count: trip.days.flatMap((day) => day.stops).length });
    for (const day of trip.days) for (const stop of day.stops) await tell('stop', { date: day.date, stop });
    await tell('plan', keep(world, user, trip).plan);
  }
  generation.done = true;
  generation.listeners.forEach((listener) => listener());
}

function follow(generation: Generation, streams: boolean): Promise<Response> | Response {
  return streams ? streamed(generation) : whole(generation);
}

function streamed(generation: Generation): Response {
  const encoder = new TextEncoder();
  let sent = 0;
  let listener = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      listener = () => {
        for (const { event, data } of generation.events.slice(sent)) {
          controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
        }
        sent = generation.events.length;
        if (generation.done) {
          generation.listeners.delete(listener);
          controller.close();
        }
      };
      generation.listeners.add(listener);
      listener();
    },
    cancel() {
      generation.listeners.delete(listener);
    },
  });
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
  });
}

async function whole(generation: Generation): Promise<Response> {
  while (!generation.done) {
    await new Promise<void>((resolve) => {
      generation.listeners.add(function once() {
        generation.listeners.delete(once);
        resolve();
      });
    });
  }
  const last = generation.events.at(-1);
  if (last?.event === 'plan') {
    const plan = last.data as Plan;
    return answer<Plan>(201, plan, { Location: `/api/v1/plans/${plan.id}`, ETag: tagOf({ version: 1 }) });
  }
  return problem(422, 'infeasible', last?.data as object);
}
