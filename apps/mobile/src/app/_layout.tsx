import { Stack } from 'expo-router';
import * as SplashScreen from 'expo-splash-screen';
import { StatusBar } from 'expo-status-bar';
import { useEffect, useState } from 'react';

import { ApiProvider } from '@/api/client';
import '@/auth/intended';
import { SessionProvider, useSession } from '@/auth/SessionProvider';
import { EndedSheet } from '@/auth/EndedSheet';
import { FilmDeskProvider, forgetFilms } from '@/features/film/FilmDeskProvider';
import { unregisterFromPush, usePushes } from '@/features/film/pushes';
import { useNewcomersLanguage } from '@/features/me/newcomer';
import { openTexts } from '@/i18n';
import { keepPage } from '@/offline/keepPage';
import { watchNetwork } from '@/offline/network';
import { openPreferences } from '@/offline/preferences';
import { forget, UserQueries } from '@/offline/queries';
import { forgetTyped } from '@/offline/typed';
import { ScreenBoundary } from '@/ui/ScreenBoundary';
import { Shell } from '@/ui/Shell';
import { ThemeProvider, useTheme } from '@/ui/theme';

void SplashScreen.preventAutoHideAsync();
watchNetwork();
keepPage();

export default function RootLayout() {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void openPreferences()
      .then(({ language }) => openTexts(language))
      .then(() => setReady(true));
  }, []);
  if (!ready) return null;
  return (
    <ThemeProvider>
      <SessionProvider onLeaving={unregisterFromPush} onLeft={left}>
        <Rooms />
      </SessionProvider>
    </ThemeProvider>
  );
}

/** Nothing of somebody who has signed out stays on the device. */
async function left(user: string): Promise<void> {
  forgetTyped(user);
  await forget(user);
  await forgetFilms(user);
}

function Rooms() {
  const { session, user } = useSession();
  const { scheme, colours } = useTheme();
  const isOpen = session.is !== 'opening';
  useEffect(() => {
    if (isOpen) SplashScreen.hide();
  }, [isOpen]);
  if (!isOpen) return null;

  // One tree whoever is here: a sign-in that comes back to a page of ours goes on from there.
  return (
    <UserQueries user={user}>
      <ApiProvider>
        <FilmDeskProvider>
          <Newcomers />
          {user !== null && <Pushes />}
          <StatusBar style={scheme === 'dark' ? 'light' : 'dark'} />
          <EndedSheet>
            <Shell bare={user === null}>
              <Stack
                screenLayout={({ children }) => <ScreenBoundary>{children}</ScreenBoundary>}
                screenOptions={{ headerShown: false, contentStyle: { backgroundColor: colours.ground } }}
              >
                <Stack.Protected guard={user !== null}>
                  <Stack.Screen name="index" />
                  <Stack.Screen name="plan/new" />
                  <Stack.Screen name="plan/[id]" />
                  <Stack.Screen name="plan/[id]/edit" />
                  <Stack.Screen name="plan/[id]/revise" />
                  <Stack.Screen name="film/index" />
                  <Stack.Screen name="film/new" />
                  <Stack.Screen name="film/[id]" />
                  <Stack.Screen name="me" />
                </Stack.Protected>
                <Stack.Protected guard={user === null}>
                  <Stack.Screen name="sign-in" />
                </Stack.Protected>
                <Stack.Screen name="auth/callback" />
                <Stack.Screen name="+not-found" />
              </Stack>
            </Shell>
          </EndedSheet>
        </FilmDeskProvider>
      </ApiProvider>
    </UserQueries>
  );
}

function Newcomers() {
  useNewcomersLanguage();
  return null;
}

function Pushes() {
  usePushes();
  return null;
}
