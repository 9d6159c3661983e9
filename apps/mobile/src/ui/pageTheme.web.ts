import { useLayoutEffect } from 'react';

import type { Palette } from './tokens';

/** Has the page around the app look like it: its ground, scroll bars, and the ring around what has the focus. */
export function usePageTheme(scheme: 'light' | 'dark', { ground, accent }: Palette): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.colorScheme = scheme;
    style.setProperty('--ground', ground);
    style.setProperty('--focus', accent);
  }, [scheme, ground, accent]);
}
