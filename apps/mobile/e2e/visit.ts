import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Locator, Page } from 'playwright-core';

import { visible } from './acts';
import type { Hands } from './hands';
import { texts } from './words';

export interface Manner {
  name: string;
  language: 'ko' | 'en';
  theme: 'light' | 'dark';
  viewport: { width: number; height: number };
  touch: boolean;
  hands: (page: Page) => Hands;
  shape: 'portrait' | 'landscape' | 'square';
  /** Pages are closed in the middle of what takes time, and opened again. */
  interrupted: boolean;
  /** Every page is looked at by axe. */
  judged: boolean;
  /** A folder for pictures of its pages. */
  pictures?: string | undefined;
}

/** For what a person would wait for at most, on a machine that does much else. */
const pageMs = 120_000;

/** Somebody in front of the app in a browser: what they see, and what they do it with. */
export abstract class Visit {
  readonly manner: Manner;
  protected readonly context: BrowserContext;
  protected readonly gateway: string;
  /** What no page may say. */
  protected readonly faults: string[] = [];
  #page: Page | null = null;
  #hands: Hands | null = null;

  constructor(manner: Manner, context: BrowserContext, gateway: string) {
    this.manner = manner;
    this.context = context;
    this.gateway = gateway;
    context.setDefaultTimeout(pageMs);
  }

  get page(): Page {
    if (!this.#page) throw new Error('no page is open');
    return this.#page;
  }

  protected get hands(): Hands {
    if (!this.#hands) throw new Error('no page is open');
    return this.#hands;
  }

  protected get t() {
    return texts[this.manner.language];
  }

  protected async open(path: string) {
    const page = await this.context.newPage();
    this.#page = page;
    this.#hands = this.manner.hands(page);
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) this.faults.push(message.text());
    });
    await page.goto(this.gateway + path);
  }

  protected button(name: string): Locator {
    return visible(this.page.getByRole('button', { name, exact: true }));
  }

  protected link(name: string): Locator {
    return visible(this.page.getByRole('link', { name, exact: true }));
  }

  protected heading(name: string): Locator {
    return visible(this.page.getByRole('heading', { name, exact: true }));
  }

  protected words(text: string | RegExp): Locator {
    return visible(this.page.getByText(text, { exact: true }));
  }

  /** Lets little come through, so that what comes can be seen coming; answers how to end that. */
  protected async slowDown(bytesPerSecond: number): Promise<() => Promise<void>> {
    const device = await this.context.newCDPSession(this.page);
    await device.send('Network.enable');
    const limit = (downloadThroughput: number) =>
      device.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput,
        uploadThroughput: -1,
      });
    await limit(bytesPerSecond);
    return () => device.detach();
  }

  /** Has axe look at the page, where that is wanted, and takes its picture, where that is. */
  protected async look(what: string, page = this.page) {
    if (this.manner.pictures) {
      await page.screenshot({ path: join(this.manner.pictures, `${what.replaceAll(' ', '-')}.png`) });
    }
    if (!this.manner.judged) return;
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    for (const { id, impact, nodes } of violations) {
      if (impact === 'serious' || impact === 'critical') {
        this.faults.push(`${what}: ${id} at ${nodes.map(({ html }) => html.slice(0, 200)).join(' and ')}`);
      }
    }
  }
}
