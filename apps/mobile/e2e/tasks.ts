import type { CDPSession } from 'playwright-core';

/** What a page's main thread did in one go. */
export interface Task {
  /** What was being done when it began. */
  doing: string;
  /** By the clock, and by how long it had the processor. */
  ms: number;
  cpu: number;
  /** What took most of it, in Chromium's words: "Layout 17, Paint 13". */
  parts: string;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
}

/** From here on what a task consisted of is worth knowing, in microseconds. */
const longTask = 40_000;
const mark = 'oddiya ';

/** The tasks of a page while something is done with it, from Chromium's own trace; `begin` says what is done from then on. */
export async function recordTasks(
  device: CDPSession,
  doIt: (begin: (doing: string) => Promise<void>) => Promise<void>,
): Promise<Task[]> {
  const events: TraceEvent[] = [];
  device.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await device.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'blink.user_timing'],
    },
  });
  await doIt(async (doing) => {
    await device.send('Runtime.evaluate', {
      expression: `void performance.mark(${JSON.stringify(mark + doing)})`,
    });
  });
  const whole = new Promise<void>((resolve) => device.once('Tracing.tracingComplete', () => resolve()));
  await device.send('Tracing.end');
  await whole;

  const marks = events.filter(({ name }) => name.startsWith(mark)).sort((a, b) => a.ts - b.ts);
  const [main] = marks;
  if (!main) throw new Error('the trace has no marks');
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts }) =>
      name === 'RunTask' && ph === 'X' && pid === main.pid && tid === main.tid && ts >= main.ts,
  );
  if (tasks.length === 0) throw new Error('the trace has no tasks');
  return tasks.map(({ ts, dur = 0, tdur = 0 }) => ({
    parts:
      tdur < longTask
        ? ''
        : partsOf(events.filter((one) => one.tid === main.tid && one.ts >= ts && one.ts < ts + dur)),
    doing: marks.findLast((one) => one.ts <= ts)?.name.slice(mark.length) ?? '',
    ms: dur / 1000,
    cpu: tdur / 1000,
  }));
}

function partsOf(events: TraceEvent[]): string {
  const sums = new Map<string, number>();
  for (const { name, ph, tdur = 0 } of events) {
    if (ph === 'X' && name !== 'RunTask') sums.set(name, (sums.get(name) ?? 0) + tdur / 1000);
  }
  return [...sums]
    .filter(([, ms]) => ms >= 2)
    .sort(([, a], [, b]) => b - a)
    .map(([name, ms]) => `${name} ${Math.round(ms)}`)
    .join(', ');
}
