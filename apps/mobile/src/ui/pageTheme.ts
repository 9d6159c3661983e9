import type { Palette } from './tokens';

/** Phones have no page around the app. */
export function usePageTheme(_scheme: 'light' | 'dark', _colours: Palette): void {}
