import AsyncStorage from '@react-native-async-storage/async-storage';
import { render } from '@testing-library/react-native';
import type { ReactElement } from 'react';
import { SafeAreaProvider } from 'react-native-safe-area-context';

import { type Backend, createBackend } from '@fake/backend';
import { signedIn } from '@fake/auth';
import { ApiProvider } from '@/api/client';
import { SessionProvider, useSession } from '@/auth/SessionProvider';
import { tokenStore } from '@/auth/tokenStore';
import { FilmDeskProvider } from '@/features/film/FilmDeskProvider';
import { openTexts } from '@/i18n';
import { UserQueries } from '@/offline/queries';
import { ThemeProvider } from '@/ui/theme';
import { device, resetDevice } from './platform/upload';

const phone = {
  frame: { x: 0, y: 0, width: 390, height: 844 },
  insets: { top: 47, left: 0, right: 0, bottom: 34 },
};

export interface Stage {
  backend: Backend;
  /** Who is signed in. */
  user: string;
}

/** A back end of its own with somebody signed in to it on this device. */
export async function stage(): Promise<Stage> {
  process.env.EXPO_PUBLIC_ODDIYA_URL = 'http://oddiya.test';
  await openTexts('en');
  await AsyncStorage.clear();
  sessionStorage.clear();
  const backend = createBackend();
  resetDevice();
  device.transport = backend.handle;
  const { user, refreshToken } = signedIn(backend.world);
  await tokenStore.write({ user, refreshToken });
  return { backend, user };
}

/** Puts a screen, or a part of one, on that stage. */
export function renderOn({ backend }: Stage, screen: ReactElement) {
  return render(
    <SafeAreaProvider initialMetrics={phone}>
      <ThemeProvider>
        <SessionProvider transport={backend.handle} onLeft={() => Promise.resolve()}>
          <Room>{screen}</Room>
        </SessionProvider>
      </ThemeProvider>
    </SafeAreaProvider>,
  );
}

function Room({ children }: { children: ReactElement }) {
  const { user } = useSession();
  if (user === null) return null;
  return (
    <UserQueries user={user}>
      <ApiProvider>
        <FilmDeskProvider>{children}</FilmDeskProvider>
      </ApiProvider>
    </UserQueries>
  );
}
