import type { Locator, Page } from 'playwright-core';

/** How somebody acts on a page. */
export interface Hands {
  press: (what: Locator) => Promise<void>;
  write: (field: Locator, text: string) => Promise<void>;
  /** Takes something by its handle to where something else is; false for hands that cannot. */
  drag: (from: Spot, to: Spot) => Promise<boolean>;
}

export interface Spot {
  x: number;
  y: number;
}

const moves = 12;

/** With a mouse. */
export function mouse(page: Page): Hands {
  return {
    press: (what) => what.click(),
    write: (field, text) => field.fill(text),
    drag: async (from, to) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: moves });
      await page.mouse.up();
      return true;
    },
  };
}

/** With a finger. */
export function finger(page: Page): Hands {
  return {
    press: (what) => what.tap(),
    write: (field, text) => field.fill(text),
    drag: async (from, to) => {
      const device = await page.context().newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Spot[]) =>
        device.send('Input.dispatchTouchEvent', { type, touchPoints });
      await touch('touchStart', [from]);
      for (let move = 1; move <= moves; move += 1) {
        const share = move / moves;
        await touch('touchMove', [
          { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share },
        ]);
      }
      await touch('touchEnd', []);
      await device.detach();
      return true;
    },
  };
}

const mostSteps = 400;

/** By keys alone: to everything with Tab, as far as it is. */
export function keyboard(page: Page): Hands {
  const reach = async (what: Locator) => {
    await what.waitFor();
    for (let step = 0; step < mostSteps; step += 1) {
      const way = await what.evaluate((element) => {
        const here = document.activeElement;
        if (here === element) return null;
        if (!here || here === document.body) return 'Tab';
        const position = element.compareDocumentPosition(here);
        return position & Node.DOCUMENT_POSITION_FOLLOWING ? 'Shift+Tab' : 'Tab';
      });
      if (way === null) return;
      await page.keyboard.press(way);
    }
    throw new Error(`Tab does not come to ${what.toString()}`);
  };
  return {
    press: async (what) => {
      await reach(what);
      const role = await what.getAttribute('role');
      await page.keyboard.press(role === 'radio' || role === 'checkbox' ? 'Space' : 'Enter');
    },
    write: async (field, text) => {
      await reach(field);
      await page.keyboard.type(text);
    },
    drag: () => Promise.resolve(false),
  };
}
