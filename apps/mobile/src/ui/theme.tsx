import { createContext, type ReactNode, use, useMemo } from 'react';
import { useColorScheme } from 'react-native';

import { usePreference } from '@/offline/preferences';
import { usePageTheme } from './pageTheme';
import { dark, light, type Palette } from './tokens';

interface Theme {
  scheme: 'light' | 'dark';
  colours: Palette;
}

const ThemeContext = createContext<Theme>({ scheme: 'light', colours: light });

/** Light or dark: what the traveller has set, else what the system says. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const system = useColorScheme();
  const [wanted] = usePreference('theme');
  const scheme = wanted === 'system' ? (system === 'dark' ? 'dark' : 'light') : wanted;
  const theme = useMemo(() => ({ scheme, colours: scheme === 'dark' ? dark : light }) as const, [scheme]);
  usePageTheme(scheme, theme.colours);
  return <ThemeContext value={theme}>{children}</ThemeContext>;
}

export function useTheme(): Theme {
  return use(ThemeContext);
}

export function useColours(): Palette {
  return use(ThemeContext).colours;
}
