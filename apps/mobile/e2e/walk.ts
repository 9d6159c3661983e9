import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import type { Browser, BrowserContext, Locator, Request } from 'playwright-core';

import { visible } from './acts';
import { type Manner, Visit } from './visit';
import { anyOf, beginning, said } from './words';

/** Busan as each language writes it. */
const busan = { ko: '부산', en: 'Busan' };
const planMs = 90_000;
const filmMs = 6 * 60_000;
/** At which a stop takes about a second, and a plan of three days half a minute. */
const slowBytesPerSecond = 2000;
/** So many photos arrive before the page is closed. */
const arrivesFirst = 5;

/** One traveller's whole trip through the app, from signing in to signing out. */
export class Walk extends Visit {
  readonly #browser: Browser;
  readonly #photos: readonly string[];
  /** What was asked for. */
  readonly #sent: Request[] = [];
  /** What was on its way to the store, and what this has said that it has: a page that is being closed tells no more of that. */
  readonly #put = new Set<string>();
  readonly #arrived: string[] = [];

  constructor(
    manner: Manner,
    browser: Browser,
    context: BrowserContext,
    gateway: string,
    photos: readonly string[],
  ) {
    super(manner, context, gateway);
    this.#browser = browser;
    this.#photos = photos;
    const isUpload = (request: Request) => request.method() === 'PUT' && !request.url().startsWith(gateway);
    context.on('request', (request) => {
      if (request.method() === 'POST') this.#sent.push(request);
      if (isUpload(request)) this.#put.add(new URL(request.url()).pathname);
    });
    context.on('response', (answer) => {
      if (isUpload(answer.request()) && answer.ok()) this.#arrived.push(new URL(answer.url()).pathname);
    });
  }

  /** All of it, in order; `step` says what is being done. */
  async go(step: (what: string, doing: () => Promise<void>) => Promise<void>): Promise<void> {
    let plan = '';
    let locked = '';
    await step('signs in', () => this.#signIn());
    await step('plans Busan', async () => void (plan = await this.#plan()));
    await step('reads it without a network', () => this.#readOffline());
    await step('edits a day', async () => void (locked = await this.#edit()));
    await step('revises', () => this.#revise(locked));
    await step('shares', () => this.#share());
    await step('asks for a film', () => this.#orderFilm(plan));
    await step('watches it', () => this.#watchFilm());
    await step('has one of each', () => this.#count());
    await step('signs out', () => this.#signOut());
    deepStrictEqual(this.faults, []);
  }

  async #signIn() {
    const { t } = this;
    await this.open('/app/');
    await this.button(t.auth.google).waitFor();
    await this.look('sign-in');
    await this.hands.press(this.button(t.auth.google));
    const name = this.page.locator('input[name=username]');
    await this.hands.write(name, `traveller-${randomUUID()}`);
    await this.hands.press(this.page.locator('input[type=submit]'));
    await this.heading(t.plan.list.title).waitFor();
    await this.button(t.plan.list.new).waitFor();
    equal((await this.#sessions()).length, 1);
    await this.look('no trips yet');
  }

  async #plan(): Promise<string> {
    const { t } = this;
    await this.hands.press(this.button(t.plan.list.new));
    await this.hands.write(this.page.getByLabel(t.draft.where.label), busan[this.manner.language]);
    await this.words(said(t.draft.sentence.days_other, { count: 3 })).waitFor();
    await this.hands.press(this.page.getByRole('checkbox', { name: t.draft.interest.history }));
    await this.look('wishes');

    const restore = await this.slowDown(slowBytesPerSecond);
    const isGenerating = (url: string) => url.endsWith('/api/v1/plans/generate');
    const taken = this.page.waitForResponse((answer) => isGenerating(answer.url()));
    await this.hands.press(this.button(t.draft.ask));
    equal((await taken).status(), 200);
    await this.words(anyOf(t.draft.watch.fixed_other)).waitFor();
    if (this.manner.interrupted) {
      await this.page.close();
      await this.open('/app/plan/new');
    } else {
      await this.look('plan in the making');
      await restore();
    }
    await this.page.waitForURL(/\/app\/plan\/\d+$/, { timeout: planMs });
    await this.button(t.plan.edit.begin).waitFor();
    equal(await this.page.getByRole('radio', { name: anyOf(t.plan.day.label + ' · {{day}}') }).count(), 3);
    const asked = this.#sent.filter((request) => isGenerating(request.url()));
    equal(new Set(asked.map((request) => request.headers()['idempotency-key'])).size, 1);
    equal(asked.length > 1, this.manner.interrupted, `the plan was asked for ${asked.length} times`);
    await this.look('plan');
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  /** Opens the plan anew while nothing can be reached, and goes on when something can. */
  async #readOffline() {
    const { t } = this;
    const age = this.words(anyOf(t.common.state.offlineBanner));
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await this.context.setOffline(true);
    await this.page.reload();
    await this.button(t.plan.edit.begin).waitFor();
    await age.waitFor();
    await this.look('plan without a network');
    await this.context.setOffline(false);
    await age.waitFor({ state: 'hidden' });
  }

  /** Moves the first stop of the first day to where the second is, and locks what is first then. */
  async #edit(): Promise<string> {
    const { t } = this;
    await this.hands.press(this.button(t.plan.edit.begin));
    const row = (number: number) =>
      visible(this.page.getByRole('button', { name: new RegExp(`^${number}\\. `) }));
    const [first, second] = [await this.#nameIn(row(1)), await this.#nameIn(row(2))];
    await this.look('edit');

    const moved = this.#stopsStored();
    const [from, to] = [await handleOf(row(1)), await handleOf(row(2))];
    if (!(await this.hands.drag(from, { x: to.x, y: to.y + 12 }))) {
      await this.hands.press(this.button(said(t.plan.edit.down, { place: first })));
    }
    await moved;
    await this.page.getByRole('button', { name: beginning(`1. ${second}`) }).waitFor();
    await this.page.getByRole('button', { name: beginning(`2. ${first}`) }).waitFor();

    const locked = this.#stopsStored();
    await this.hands.press(row(1));
    await this.page.getByRole('dialog').waitFor();
    await this.look('edit of a stop');
    await this.hands.press(this.page.getByRole('dialog').getByRole('button', { name: t.plan.edit.lock }));
    await locked;
    await this.hands.press(this.button(t.plan.edit.end));
    await this.page.waitForURL(/\/app\/plan\/\d+$/);
    await this.button(t.plan.edit.begin).waitFor();
    return second;
  }

  async #revise(locked: string) {
    const { t } = this;
    await this.hands.press(this.button(t.plan.revise.begin));
    await this.hands.write(this.page.getByLabel(t.plan.revise.instruction), t.plan.revise.ideas.food);
    await this.look('wish for a change');
    await this.hands.press(this.button(t.plan.revise.ask));
    const accept = this.button(t.plan.revise.accept);
    await accept.waitFor({ timeout: planMs });
    await this.look('proposal');
    await this.hands.press(accept);
    await this.button(t.plan.edit.begin).waitFor();
    await this.words(new RegExp(escaped(locked))).waitFor();
  }

  /** What somebody else sees by the link, who is not signed in anywhere. */
  async #share() {
    const { t } = this;
    await this.hands.press(this.button(t.plan.share.title));
    const sheet = this.page.getByRole('dialog');
    await this.hands.press(sheet.getByRole('button', { name: t.plan.share.make }));
    const link = sheet.getByText(/^https?:.*\/share\//);
    await link.waitFor();
    await this.look('share');
    const address = await link.innerText();
    await this.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });

    const stranger = await this.#browser.newContext({
      viewport: this.manner.viewport,
      colorScheme: this.manner.theme,
      locale: this.manner.language,
    });
    try {
      const page = await stranger.newPage();
      const answer = await page.goto(address);
      equal(answer?.status(), 200);
      await page.getByRole('heading', { level: 1 }).waitFor();
      ok((await page.getByRole('heading').count()) > 3, 'the shared page has no days');
      await this.look('shared page', page);
    } finally {
      await stranger.close();
    }
  }

  async #orderFilm(plan: string) {
    const { t } = this;
    await this.hands.press(this.button(t.plan.menu.open));
    await this.hands.press(this.page.getByRole('dialog').getByRole('button', { name: t.film.new }));
    const choosing = this.page.waitForEvent('filechooser');
    await this.hands.press(this.button(t.film.photo.choose));
    await (await choosing).setFiles([...this.#photos]);
    const count = this.#photos.length;
    await this.words(said(t.film.photo.count, { chosen: count, most: 60 })).waitFor();
    await this.hands.press(
      this.page.getByRole('radio', { name: beginning(t.film.shape[this.manner.shape]) }),
    );
    const seconds = said(t.film.seconds_other, { count: 15 });
    await this.hands.press(this.page.getByRole('radio', { name: seconds }));
    await this.look('new film');

    if (this.manner.interrupted) await this.#orderAndClose();
    else await this.hands.press(this.button(t.film.order.make));
    const read = this.page.waitForResponse((answer) => /\/api\/v1\/videos\/\d+$/.test(answer.url()), {
      timeout: planMs,
    });
    await this.page.waitForURL(/\/app\/film\/\d+$/, { timeout: planMs });
    equal(((await (await read).json()) as { planId?: string }).planId, plan);
    await this.look('film in the making');

    const orders = this.#sent.filter((request) => request.url().endsWith('/api/v1/videos'));
    const keys = new Set(orders.map((request) => request.headers()['idempotency-key']));
    equal(keys.size, 1, 'a film was asked for under another key');
    // That all have arrived the API has made sure of.
    equal(this.#put.size, count, 'not each photo has one address');
    equal(new Set(this.#arrived).size, this.#arrived.length, 'a photo was sent twice');
  }

  /** The connection to the store stalls after some photos, and the page is closed then. */
  async #orderAndClose() {
    const { t } = this;
    let begun = 0;
    await this.page.route(
      (url) => url.origin !== this.gateway,
      async (route) => {
        if (route.request().method() !== 'PUT') return route.continue();
        begun += 1;
        if (begun <= arrivesFirst) return route.continue();
      },
    );
    await this.hands.press(this.button(t.film.order.make));
    const counted = { arrived: arrivesFirst, all: this.#photos.length };
    await this.words(said(t.film.sending.counted, counted)).waitFor();
    await this.look('film on its way');
    const address = this.page.url();
    await this.page.close();
    await this.open(new URL(address).pathname);
  }

  async #watchFilm() {
    const { t } = this;
    const play = this.button(t.film.ready.play);
    await play.waitFor({ timeout: filmMs });
    await this.look('film');
    await this.hands.press(play);
    await this.page.waitForFunction(() => {
      const video = document.querySelector('video');
      return video !== null && !video.error && video.videoWidth > 0 && video.currentTime > 1;
    });
    equal(await this.page.getByText(t.film.report.used, { exact: true }).count(), 1);
  }

  /** However often a page was closed, there is one trip and one film. */
  async #count() {
    const { t } = this;
    await this.#toTop(t.common.nav.films);
    await this.heading(t.film.title).waitFor();
    const films = this.page.getByRole('listitem').filter({ visible: true });
    await films.first().waitFor();
    equal(await films.count(), 1);
    await this.look('films');
    await this.hands.press(this.link(t.common.nav.trips));
    await this.heading(t.plan.list.title).waitFor();
    const trips = this.page.getByRole('listitem').filter({ visible: true });
    await trips.first().waitFor();
    equal(await trips.count(), 1);
    await this.look('trips');
  }

  async #signOut() {
    const { t } = this;
    await this.hands.press(this.link(t.common.nav.me));
    await this.button(t.me.signOut).waitFor();
    await this.look('you');
    // Signed out here at once; there when the server has answered.
    const revoked = this.page.waitForResponse(
      (answer) => new URL(answer.url()).pathname === '/oauth2/revoke',
    );
    await this.hands.press(this.button(t.me.signOut));
    await this.button(t.auth.google).waitFor();
    equal((await revoked).status(), 200);
    deepStrictEqual(await this.#sessions(), []);
    await this.open('/app/');
    await this.button(t.auth.google).waitFor();
  }

  /** The cookies that hold a refresh token. */
  async #sessions() {
    return (await this.context.cookies()).filter(({ path }) => path === '/oauth2');
  }

  /** To one of the rooms, from however deep within another. */
  async #toTop(room: string) {
    const way = this.link(room);
    const back = this.button(this.t.common.nav.back);
    await way.or(back).first().waitFor();
    while (!(await way.isVisible())) {
      await this.hands.press(back);
      await way.or(back).first().waitFor();
    }
    await this.hands.press(way);
  }

  async #nameIn(row: Locator): Promise<string> {
    const [line = ''] = (await row.innerText()).split('\n');
    return line.replace(/^\d+\. /, '');
  }

  #stopsStored() {
    return this.page.waitForResponse(
      (answer) => answer.request().method() === 'PUT' && /\/stops$/.test(answer.url()) && answer.ok(),
    );
  }
}

/** The middle of a row's handle, which stands before its words. */
async function handleOf(row: Locator) {
  await row.scrollIntoViewIfNeeded();
  const box = await row.boundingBox();
  ok(box, 'a row is not to be seen');
  return { x: box.x - 18, y: box.y + box.height / 2 };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
