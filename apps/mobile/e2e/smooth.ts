import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { cookieName } from '../fake/auth';
import { draft } from '../fake/planning';
import { seed } from '../fake/seed';
import { serve } from '../fake/server';
import { keep } from '../fake/world';
import { chromiumOnThisMachine } from './chromium';

/**
 * How smoothly a full plan of fourteen days scrolls on a slow phone: `npm run smooth` (after `npm run export:web`) scrolls
 * through each of its days on a processor that is slowed to a quarter, and prints what kept the page busy for more than
 * 50 ms meanwhile. It fails when something did while a day was scrolled. Worth something on a quiet machine only.
 */
const slowness = 4;
const step = 120;

async function main() {
  const { address, backend, close } = await serve(0, join(__dirname, '..', 'dist'));
  const { user } = seed(backend.world);
  const drafted = draft(backend.world, {
    destination: { name: 'Seoul' },
    startDate: '2027-05-01',
    endDate: '2027-05-14',
    party: { adults: 2, children: 0 },
    pace: 'packed',
    language: 'en',
  });
  if ('infeasible' in drafted) throw new Error('there is no such plan');
  const { plan } = keep(backend.world, user, drafted.trip);
  backend.world.refreshes.set('refresh-smooth', user);

  const browser = await chromium.launch(chromiumOnThisMachine);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' });
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
  const days = page.getByRole('radio', { name: /^Day \d+ · / });
  await days.first().waitFor();
  await page.waitForLoadState('networkidle');
  const device = await context.newCDPSession(page);
  await device.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  const tasks: { doing: string; ms: number }[] = [];
  let doing = 'opening';
  await page.exposeFunction('oddiyaTask', (ms: number) => tasks.push({ doing, ms }));
  await page.evaluate(() => {
    new PerformanceObserver((list) =>
      list
        .getEntries()
        .forEach(({ duration }) =>
          (window as unknown as { oddiyaTask: (ms: number) => void }).oddiyaTask(duration),
        ),
    ).observe({ type: 'longtask' });
  });
  await page.mouse.move(195, 500);
  for (let day = 0; day < plan.days.length; day += 1) {
    doing = 'turning';
    await days.nth(day).click();
    await page.getByRole('radio', { name: new RegExp(`^Day ${day + 1} · `), checked: true }).waitFor();
    await drawn();
    doing = 'scrolling';
    const height = await page.evaluate(() =>
      Math.max(
        ...Array.from(document.querySelectorAll('[role=main] > div'), ({ scrollHeight }) => scrollHeight),
      ),
    );
    for (const way of [step, -step]) {
      for (let gone = 0; gone < height; gone += step) {
        await page.mouse.wheel(0, way);
        await drawn();
      }
    }
  }
  await browser.close();
  await close();
  for (const kind of ['turning', 'scrolling']) {
    const long = tasks.filter((task) => task.doing === kind).map(({ ms }) => Math.round(ms));
    console.log(
      `${kind}: ${long.length} tasks of more than 50 ms, the longest ${Math.max(0, ...long)} ms (${plan.days.length} days)`,
    );
    if (kind === 'scrolling' && long.length > 0) process.exitCode = 1;
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
