import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

import { cookieName } from '../fake/auth';
import { seed } from '../fake/seed';
import { serve } from '../fake/server';
import { en } from '../src/i18n/en';
import { ko } from '../src/i18n/ko';
import { chromiumFlags } from './chromium';

/**
 * A film from its photos, in the web build against the demo's back end, closed in the middle of sending and opened
 * again. It fails when a photo is lost or sent twice, or when axe finds anything serious; pictures of what it passes
 * go to `pictures/`. `--look wide-dark-ko` takes another size, theme and language than a phone's, light and English.
 */
const count = 12;
const arrivesBefore = 5;

async function main() {
  const { values } = parseArgs({ options: { look: { type: 'string', default: 'phone-light-en' } } });
  const [size, theme, language] = values.look.split('-');
  const root = join(__dirname, '..');
  const { address, backend, close } = await serve(0, join(root, 'dist'));
  const traveller = seed(backend.world);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: chromiumFlags,
  });
  const context = await browser.newContext({
    viewport: size === 'wide' ? { width: 1280, height: 900 } : { width: 390, height: 844 },
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    locale: language ?? 'en',
    reducedMotion: 'reduce',
  });
  await signIn(context, backend.world.refreshes, traveller.user);
  const t = (language === 'ko' ? ko : en).film;
  const photos = await painted(browser);
  mkdirSync(join(root, 'pictures'), { recursive: true });
  const look = async (page: Page, name: string) => {
    await page.screenshot({ path: join(root, 'pictures', `film-${name}-${values.look}.png`) });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    if (bad.length > 0)
      throw new Error(`${name}: ${JSON.stringify(bad.map(({ id, nodes }) => [id, nodes[0]?.html]))}`);
  };

  let page = await opened(context, `${address}/app/film/new`);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: t.photo.choose }).click();
  await (await choosing).setFiles(photos);
  await page.getByRole('button', { name: t.photo.add }).waitFor();
  await page
    .getByRole('listitem')
    .nth(count - 1)
    .waitFor();
  await look(page, 'chosen');

  // The store does not answer any more after the fifth photo: the page is closed while it waits.
  const sent: string[] = [];
  let isSlow = true;
  backend.instead = (request) => {
    if (request.method === 'PUT' && request.url.includes('/stage/store/')) sent.push(request.url);
    return undefined;
  };
  backend.world.pause = () =>
    isSlow && sent.length > arrivesBefore ? new Promise(() => undefined) : Promise.resolve();
  await page.getByRole('button', { name: t.order.make }).click();
  await page.waitForURL(/film\/[0-9a-f-]{36}/);
  await page.waitForFunction(
    (text) => document.body.innerText.includes(text),
    words(t.sending.counted, arrivesBefore),
  );
  await look(page, 'sending');
  const orderUrl = page.url();
  await page.close();
  const arrived = sent.slice(0, arrivesBefore);

  isSlow = false;
  page = await opened(context, orderUrl);
  await page.waitForURL(/film\/\d+$/);
  await page.getByRole('button', { name: t.ready.play }).waitFor();
  await look(page, 'ready');
  await page.getByRole('button', { name: t.ready.play }).click();
  await page.waitForFunction(() => {
    const video = document.querySelector('video');
    return video !== null && video.readyState >= 2;
  });
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(root, 'pictures', `film-playing-${values.look}.png`) });
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: t.ready.download }).click();
  const saved = (await downloading).suggestedFilename();
  await page.getByText(t.report.leftOut, { exact: true }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(root, 'pictures', `film-report-${values.look}.png`) });

  const films = [...backend.world.films.values()].filter(({ film }) => Number(film.jobId) < 9000);
  const there = [...backend.world.uploads.values()].filter(({ bytes }) => bytes !== null).length;
  const again = arrived.filter((url) => sent.filter((one) => one === url).length > 1).length;
  console.log(`${there} photos are there, ${again} were sent again; ${films.length} film, saved as ${saved}`);
  await browser.close();
  await close();
  if (there !== count || again !== 0 || films.length !== 1) process.exitCode = 1;
}

async function opened(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error('error', error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') console.error('console', message.text());
  });
  await page.goto(url);
  return page;
}

async function signIn(context: BrowserContext, refreshes: Map<string, string>, user: string) {
  refreshes.set('refresh-film', user);
  await context.addCookies([
    {
      name: cookieName,
      value: 'refresh-film',
      domain: 'localhost',
      path: '/oauth2',
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
    },
  ]);
  await context.addInitScript((name) => localStorage.setItem('oddiya.session', name), user);
}

/** Photos of nothing in particular, each of another colour. */
async function painted(browser: Browser) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  const photos = [];
  for (let index = 0; index < count; index += 1) {
    const hue = (index * 47) % 360;
    await page.setContent(
      `<body style="margin:0;height:900px;background:radial-gradient(circle at ${20 + index * 5}% 30%,hsl(${hue} 80% 80%),hsl(${hue + 60} 50% 45%))">`,
    );
    const buffer = await page.screenshot({ type: 'jpeg', quality: 90 });
    photos.push({ name: `IMG_${1000 + index}.jpg`, mimeType: 'image/jpeg', buffer });
  }
  await page.close();
  return photos;
}

function words(text: string, arrived: number): string {
  return text.replace('{{arrived}}', String(arrived)).replace('{{all}}', String(count));
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
