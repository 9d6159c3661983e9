import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { cookieName } from '../fake/auth';
import { seed } from '../fake/seed';
import { serve } from '../fake/server';
import { keep } from '../fake/world';
import { chromiumOnThisMachine } from './chromium';
import { fullTrip } from './fullTrip';
import { recordTasks } from './tasks';

/**
 * How smoothly a plan of fourteen full days scrolls on a slow phone: `npm run smooth` (after `npm run export:web`) turns to
 * each of its days and scrolls through it on a processor that is slowed to a quarter, and prints what kept the page busy for
 * more than 50 ms meanwhile. Scrolling begins while the day that was turned to is still being drawn, as a hand would.
 */
const slowness = 4;
/** How far a thumb flings at a time, in pixels. */
const step = 600;
const long = 50;

async function main() {
  const { address, backend, close } = await serve(0, join(__dirname, '..', 'dist'));
  const { user } = seed(backend.world);
  const { plan } = keep(backend.world, user, fullTrip(backend.world));
  backend.world.refreshes.set('refresh-smooth', user);

  const browser = await chromium.launch(chromiumOnThisMachine);
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'en',
  });
  await context.addCookies([
    {
      name: cookieName,
      value: 'refresh-smooth',
      domain: 'localhost',
      path: '/oauth2',
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
    },
  ]);
  await context.addInitScript((name) => localStorage.setItem('oddiya.session', name), user);
  const page = await context.newPage();
  await page.goto(`${address}/app/plan/${plan.id}`);
  await page.getByRole('radio', { name: /^Day 1 · / }).waitFor();
  await page.waitForLoadState('networkidle');
  // Found beforehand: looking for them keeps the page busy as well.
  const chips = await page.getByRole('radio', { name: /^Day \d+ · / }).elementHandles();
  const pages = await page.locator('[role=main] > div').elementHandles();
  const device = await context.newCDPSession(page);
  await device.send('Emulation.setCPUThrottlingRate', { rate: slowness });

  const tasks = await recordTasks(device, async (begin) => {
    for (const chip of chips) {
      await begin('turning');
      await chip.evaluate((element) => (element as HTMLElement).click());
      await drawn();
      await begin('scrolling');
      // The day grows while it is being drawn, so its end is looked for on the way.
      for (let gone = 0; gone < (await height()); gone += step) await fling(-step);
      for (let gone = await height(); gone > 0; gone -= step) await fling(step);
    }
  });
  const stops = await page.getByRole('heading', { level: 3 }).count();
  await browser.close();
  await close();
  const [last] = plan.days.slice(-1);
  if (stops !== last?.stops.length) throw new Error(`of the last day, ${stops} stops were drawn`);

  for (const doing of ['turning', 'scrolling']) {
    const here = tasks.filter((task) => task.doing === doing);
    const most = (of: 'cpu' | 'ms') => Math.round(Math.max(0, ...here.map((task) => task[of])));
    const over = (of: 'cpu' | 'ms') => here.filter((task) => task[of] > long).length;
    console.log(
      `${doing}: ${over('cpu')} tasks of more than ${long} ms of the processor (the longest ${most('cpu')}), ` +
        `${over('ms')} by the clock (${most('ms')})`,
    );
    for (const { cpu, parts } of here.filter((task) => task.cpu > long))
      console.log(`  ${Math.round(cpu)} ms: ${parts}`);
    // The clock also counts what other programs of this machine did meanwhile.
    if (over('cpu') > 0) process.exitCode = 1;
  }

  async function fling(yDistance: number) {
    await device.send('Input.synthesizeScrollGesture', {
      x: 195,
      y: yDistance < 0 ? 720 : 120,
      yDistance,
      speed: 2000,
      gestureSourceType: 'touch',
    });
  }

  async function height(): Promise<number> {
    const heights = await Promise.all(
      pages.map((element) => element.evaluate((node) => (node as HTMLElement).scrollHeight)),
    );
    return Math.max(...heights);
  }

  /** Until the page has been drawn twice since. */
  async function drawn() {
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
