import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

import { cookieName } from '../fake/auth';
import { seed } from '../fake/seed';
import { serve } from '../fake/server';
import { chromiumOnThisMachine } from './chromium';
import { cutWords } from './cut';
import { jumps, watchJumps } from './jumps';

/**
 * Takes pictures of pages of the web build, to be looked at: `npm run look -- / /plan/3` puts
 * them into `pictures/`, in both sizes, both themes, Korean and English.  `--out` (signed out), `--only phone-light-ko`,
 * `--languages ja,zh` (in place of ko,en), `--press NAME` (presses the first button of that name first; may be given several
 * times), `--axe` (says what axe finds), `--cut` (says which words are cut off or broken), `--jump` (says what has moved by
 * itself while the page loaded), `--large` (text twice as large), `--whole` (the page to its end).
 */
const sizes = { phone: { width: 390, height: 844 }, wide: { width: 1280, height: 900 } };
async function main() {
  const { values, positionals } = parseArgs({
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
  const { address, backend, close } = await serve(0, join(root, 'dist'));
  const traveller = seed(backend.world);
  const browser = await chromium.launch(chromiumOnThisMachine);
  mkdirSync(join(root, 'pictures'), { recursive: true });
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const theme of ['light', 'dark'] as const) {
      for (const language of values.languages.split(',')) {
        const look = `${size}-${theme}-${language}`;
        if (values.only && !look.includes(values.only)) continue;
        const context = await browser.newContext({
          viewport,
          colorScheme: theme,
          locale: language,
          reducedMotion: 'reduce',
        });
        if (!values.out) {
          const refresh = `refresh-look-${look}`;
          backend.world.refreshes.set(refresh, traveller.user);
          await context.addCookies([
            {
              name: cookieName,
              secure: true,
              value: refresh,
              domain: 'localhost',
              path: '/oauth2',
              sameSite: 'Strict',
              httpOnly: true,
            },
          ]);
          await context.addInitScript((user) => localStorage.setItem('oddiya.session', user), traveller.user);
        }
        await context.addInitScript(watchJumps);
        if (values.large)
          await context.addInitScript(() =>
            // Before the page's scripts, as where it is set in the browser.
            document.addEventListener(
              'readystatechange',
              () => (document.documentElement.style.fontSize = '200%'),
              { once: true },
            ),
          );
        const page = await context.newPage();
        page.on('requestfailed', (request) => console.error(look, 'failed', request.url()));
        page.on('response', (response) => {
          if (response.status() >= 400) console.error(look, response.status(), response.url());
        });
        page.on('pageerror', (error) => console.error(look, error.message));
        page.on('console', (message) => {
          if (message.type() === 'error' || message.type() === 'warning') console.error(look, message.text());
        });
        for (const path of positionals.length > 0 ? positionals : ['/']) {
          await page.setViewportSize(viewport);
          await page.goto(`${address}/app${path}`);
          await page.getByRole('heading', { level: 1 }).filter({ visible: true }).first().waitFor();
          await page.waitForLoadState('networkidle');
          if (values.jump) for (const jump of await page.evaluate(jumps)) console.error(look, path, jump);
          for (const name of values.press ?? [])
            await page
              .getByRole('button', { name: new RegExp(name) })
              .filter({ visible: true })
              .first()
              .click();
          if (values.axe) {
            const { violations } = await new AxeBuilder({ page }).analyze();
            for (const { id, impact, nodes } of violations) {
              console.error(look, path, impact, id, nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3));
            }
          }
          if (values.cut) for (const words of await page.evaluate(cutWords)) console.error(look, path, words);
          if (values.whole) {
            const height = await page.evaluate(() =>
              Math.max(...Array.from(document.querySelectorAll('*'), (element) => element.scrollHeight)),
            );
            await page.setViewportSize({ width: viewport.width, height: Math.min(height + 200, 8000) });
          }
          const name = path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home';
          await page.screenshot({
            path: join(
              root,
              'pictures',
              `${values.out ? 'signed-out' : name}${(values.press ?? []).map((name) => `-${name.replace(/\W+/g, '')}`).join('')}${values.large ? '-large' : ''}-${look}.png`,
            ),
          });
        }
        await context.close();
      }
    }
  }
  await browser.close();
  await close();
}

void main();
