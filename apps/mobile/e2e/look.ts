import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';

import { cookieName, signedIn } from '../fake/auth';
import { seed } from '../fake/seed';
import { serve } from '../fake/server';
import { chromiumOnThisMachine } from './chromium';
import { cutWords } from './cut';
import { jumps, watchJumps } from './jumps';
import { type Scene, visible } from './acts';
import { scenes } from './scenes';
import { texts } from './words';

/**
 * Takes pictures of the web build, to be looked at: `npm run look` puts every screen in every state (`scenes.ts`) into
 * `pictures/`, in both sizes, both themes, Korean and English; `npm run look -- plan /film/9001` takes one scene and one page.
 * `--only phone-light-ko`, `--languages ja,zh` (in place of ko,en), `--out` (pages signed out), `--press NAME` (presses the
 * first button of that name first; may be given several times), `--axe` (says what axe finds), `--cut` (says which words are
 * cut off or broken), `--jump` (says what has moved by itself while the page loaded), `--large` (text twice as large),
 * `--whole` (the page to its end).
 */
const sizes = { phone: { width: 390, height: 844 }, wide: { width: 1280, height: 900 } };

interface View {
  name: string;
  viewport: { width: number; height: number };
  theme: 'light' | 'dark';
  language: keyof typeof texts;
}

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'boolean' },
    only: { type: 'string' },
    press: { type: 'string', multiple: true },
    languages: { type: 'string', default: 'ko,en' },
    jump: { type: 'boolean' },
    axe: { type: 'boolean' },
    cut: { type: 'boolean' },
    large: { type: 'boolean' },
    whole: { type: 'boolean' },
  },
});
const root = join(__dirname, '..');
const folder = join(root, 'pictures');
/** For what takes longest: a refusal that is asked for again before it is believed. */
const sceneMs = 20_000;

async function main() {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch(chromiumOnThisMachine);
  let missed = 0;
  for (const view of views()) {
    for (const [name, scene] of shown()) {
      try {
        await picture(browser, view, name, scene);
      } catch (error) {
        missed += 1;
        console.error(view.name, name, 'was not reached:', error instanceof Error ? error.message : error);
      }
    }
  }
  await browser.close();
  if (missed > 0) process.exitCode = 1;
}

function views(): View[] {
  const wanted = asked.languages.split(',');
  const spoken = (Object.keys(texts) as View['language'][]).filter((one) => wanted.includes(one));
  return Object.entries(sizes)
    .flatMap(([size, viewport]) =>
      (['light', 'dark'] as const).flatMap((theme) =>
        spoken.map((language) => ({ name: `${size}-${theme}-${language}`, viewport, theme, language })),
      ),
    )
    .filter(({ name }) => name.includes(asked.only ?? ''));
}

/** What is to be looked at: the scenes and pages that were named, or every scene there is. */
function shown(): [string, Scene][] {
  if (positionals.length === 0) return Object.entries(scenes);
  return positionals.map((name) => {
    if (name.startsWith('/'))
      return [name.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home', pageAt(name)];
    const scene = scenes[name];
    if (!scene) throw new Error(`There is no scene ${name}, only ${Object.keys(scenes).join(', ')}.`);
    return [name, scene];
  });
}

function pageAt(path: string): Scene {
  const pressAll = async (page: Page) => {
    for (const name of asked.press ?? []) {
      const button = page.getByRole('button', { name: new RegExp(name) });
      await visible(button).click();
    }
  };
  return { path, ...(asked.out ? { out: true } : {}), act: ({ page }) => pressAll(page) };
}

/** One scene as one traveller sees it, who has a back end of their own. */
async function picture(browser: Browser, view: View, name: string, scene: Scene) {
  const { viewport, theme, language } = view;
  const say = (...what: unknown[]) => console.error(view.name, name, ...what);
  const { address, backend, close } = await serve(0, join(root, 'dist'));
  const { user, refreshToken } = scene.fresh ? signedIn(backend.world) : seed(backend.world);
  scene.before?.(backend);
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    locale: language,
    timezoneId: 'Asia/Seoul',
    reducedMotion: 'reduce',
    // It would have all parts of the page there sooner or later.
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(sceneMs);
  try {
    if (!scene.out) {
      await context.addCookies([
        {
          name: cookieName,
          secure: true,
          value: refreshToken,
          domain: 'localhost',
          path: '/oauth2',
          sameSite: 'Strict',
          httpOnly: true,
        },
      ]);
      await context.addInitScript((id) => localStorage.setItem('oddiya.session', id), user);
    }
    await context.addInitScript(watchJumps);
    if (asked.large)
      await context.addInitScript(() =>
        // Before the page's scripts, as where it is set in the browser.
        document.addEventListener(
          'readystatechange',
          () => (document.documentElement.style.fontSize = '200%'),
          { once: true },
        ),
      );
    const page = await context.newPage();
    page.on('pageerror', (error) => say(error.message));
    page.on('console', (message) => {
      const isOfScene = /Failed to load resource|Service Worker registration/.test(message.text());
      if (!isOfScene && (message.type() === 'error' || message.type() === 'warning')) say(message.text());
    });
    await page.goto(`${address}/app${scene.path}`);
    await visible(page.getByRole('heading', { level: 1 })).waitFor();
    await page.waitForLoadState('networkidle');
    if (asked.jump) for (const jump of await page.evaluate(jumps)) say(jump);
    try {
      await scene.act?.({ page, backend, t: texts[language] });
    } catch (error) {
      await page.screenshot({ path: join(folder, `missed-${name}-${view.name}.png`) });
      throw error;
    }
    // What the last press began is to be seen too.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    if (asked.axe) {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      for (const { id, impact, nodes } of violations)
        say(impact, id, nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3));
    }
    if (asked.cut) for (const words of await page.evaluate(cutWords)) say(words);
    if (asked.whole) {
      const height = await page.evaluate(() =>
        Math.max(...Array.from(document.querySelectorAll('*'), (element) => element.scrollHeight)),
      );
      await page.setViewportSize({ width: viewport.width, height: Math.min(height + 200, 8000) });
    }
    const pressed = (asked.press ?? []).map((one) => `-${one.replace(/\W+/g, '')}`).join('');
    const file = `${name}${pressed}${asked.large ? '-large' : ''}-${view.name}.png`;
    await page.screenshot({ path: join(folder, file) });
  } finally {
    await context.close();
    await close();
  }
}

void main();
