import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { type Browser, chromium } from 'playwright-core';

import { chromiumOnThisMachine } from './chromium';
import { finger, keyboard, mouse } from './hands';
import type { Manner } from './visit';
import { Walk } from './walk';

/**
 * The whole trip in a browser, on everything that `./oddiya up` starts: `./oddiya test app` runs it. It wants
 * `ODDIYA_GATEWAY_URL` and a folder of photos in `ODDIYA_PHOTOS`; `--only phone` takes one of the ways, `--pictures FOLDER`
 * a picture of each page. What a page looked like when something failed, and what had happened on it, is in
 * `test-results/`.
 */
const phone = { width: 390, height: 844 };
const wide = { width: 1280, height: 900 };

const manners: Manner[] = [
  {
    name: 'phone',
    language: 'ko',
    theme: 'light',
    viewport: phone,
    touch: true,
    hands: finger,
    shape: 'portrait',
    interrupted: true,
    judged: true,
  },
  {
    name: 'wide',
    language: 'en',
    theme: 'dark',
    viewport: wide,
    touch: false,
    hands: mouse,
    shape: 'landscape',
    interrupted: false,
    judged: true,
  },
  {
    name: 'keyboard',
    language: 'en',
    theme: 'light',
    viewport: wide,
    touch: false,
    hands: keyboard,
    shape: 'square',
    interrupted: false,
    judged: false,
  },
];

const results = join(__dirname, '..', 'test-results');

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, pictures: { type: 'string' } } });
  const gateway = given('ODDIYA_GATEWAY_URL', process.env.ODDIYA_GATEWAY_URL).replace(/\/$/, '');
  const folder = given('ODDIYA_PHOTOS', process.env.ODDIYA_PHOTOS);
  const photos = readdirSync(folder)
    .filter((name) => /\.jpe?g$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
  if (photos.length !== 12) throw new Error(`there are ${photos.length} photos in ${folder}, and not 12`);
  rmSync(results, { recursive: true, force: true });
  const browser = await chromium.launch(chromiumOnThisMachine);
  try {
    const chosen = manners
      .filter(({ name }) => !values.only || name === values.only)
      .map((manner) => ({ ...manner, pictures: values.pictures && join(values.pictures, manner.name) }));
    // Beside each other: while one waits for a film another goes on.
    const ends = await Promise.allSettled(chosen.map((manner) => walked(browser, manner, gateway, photos)));
    if (ends.some(({ status }) => status === 'rejected')) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

async function walked(browser: Browser, manner: Manner, gateway: string, photos: readonly string[]) {
  const { name, viewport, theme, language, touch } = manner;
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    locale: language,
    hasTouch: touch,
    reducedMotion: 'reduce',
  });
  await context.tracing.start({ snapshots: true, title: name });
  const walk = new Walk(manner, browser, context, gateway, photos);
  let doing = 'begins';
  try {
    await walk.go(async (what, done) => {
      doing = what;
      const begun = Date.now();
      await done();
      console.log(`${name} ${what}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    });
    await context.tracing.stop();
  } catch (error) {
    console.error(`${name} ${doing}: FAILED`, error);
    mkdirSync(results, { recursive: true });
    await walk.page.screenshot({ path: join(results, `${name}.png`) }).catch(() => undefined);
    await context.tracing.stop({ path: join(results, `${name}.zip`) });
    throw error;
  } finally {
    await context.close();
  }
}

function given(name: string, value: string | undefined): string {
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
