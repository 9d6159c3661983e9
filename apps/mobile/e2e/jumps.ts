/** As Chromium tells it (Layout Instability); TypeScript does not know it yet. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** Notes from the beginning what moves by itself on a page. Runs in the page, so it may use nothing from outside itself. */
export function watchJumps(): void {
  const seen: string[] = [];
  Object.assign(window, { oddiyaJumps: seen });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
      if (hadRecentInput) continue;
      const moved = sources.map(
        ({ node, previousRect: from, currentRect: to }) =>
          `"${(node?.textContent ?? '').slice(0, 40)}" ` +
          `${[from.x, from.y, from.width, from.height].map(Math.round)} -> ` +
          `${[to.x, to.y, to.width, to.height].map(Math.round)}`,
      );
      seen.push(`jumped by ${value.toFixed(4)}: ${moved.join('; ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What has moved so far. */
export function jumps(): string[] {
  return (window as unknown as { oddiyaJumps: string[] }).oddiyaJumps;
}
