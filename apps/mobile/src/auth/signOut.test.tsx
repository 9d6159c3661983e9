import { onlineManager } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react-native';
import { SafeAreaProvider } from 'react-native-safe-area-context';

import { problem } from '@fake/http';
import { createApi } from '@/api/client';
import { registerForPush, unregisterFromPush } from '@/features/film/pushes';
import { pushes } from '@/testing/platform/push';
import { type Stage, stage } from '@/testing/render';
import { Button } from '@/ui';
import { ThemeProvider } from '@/ui/theme';
import { SessionProvider, useSession } from './SessionProvider';
import { SignInScreen } from './SignInScreen';
import { leftStore, tokenStore } from './tokenStore';

/** Somewhere to sign out from, and what is there then. */
function Doors() {
  const { session, user, signOut } = useSession();
  if (session.is === 'opening') return null;
  return user === null ? (
    <SignInScreen from="/" />
  ) : (
    <Button label="Sign out" onPress={() => void signOut()} />
  );
}

function open({ backend }: Stage) {
  return render(
    <SafeAreaProvider
      initialMetrics={{
        frame: { x: 0, y: 0, width: 390, height: 844 },
        insets: { top: 0, left: 0, right: 0, bottom: 0 },
      }}
    >
      <ThemeProvider>
        <SessionProvider
          transport={backend.handle}
          onLeaving={unregisterFromPush}
          onLeft={() => Promise.resolve()}
        >
          <Doors />
        </SessionProvider>
      </ThemeProvider>
    </SafeAreaProvider>,
  );
}

async function signOut() {
  fireEvent.press(await screen.findByRole('button', { name: 'Sign out' }));
  await screen.findByRole('button', { name: 'Continue with Google' });
}

const unheard = /^You are signed out on this device\. Oddiya could not be told yet/;

beforeEach(() => {
  pushes.stopped = 0;
});

afterEach(async () => {
  await leftStore.write([]);
  onlineManager.setOnline(true);
});

test('who signs out is signed out there, too', async () => {
  const here = await stage();
  open(here);
  await signOut();
  await waitFor(() => expect(here.backend.world.refreshes.size).toBe(0));
  expect(await tokenStore.read()).toBeNull();
  expect(await leftStore.read()).toEqual([]);
  expect(screen.queryByText(unheard)).toBeNull();
});

test('without a network that is said, and told as soon as there is one', async () => {
  const here = await stage();
  open(here);
  await screen.findByRole('button', { name: 'Sign out' });
  here.backend.away = true;
  await signOut();
  expect(await screen.findByText(unheard)).toBeOnTheScreen();
  expect(await tokenStore.read()).toBeNull();
  expect(here.backend.world.refreshes.size).toBe(1);

  here.backend.away = false;
  act(() => onlineManager.setOnline(false));
  act(() => onlineManager.setOnline(true));
  await waitFor(() => expect(screen.queryByText(unheard)).toBeNull());
  expect(here.backend.world.refreshes.size).toBe(0);
});

test('a server that takes no sign-out from this page is not said to be out of reach', async () => {
  const here = await stage();
  const first = open(here);
  await screen.findByRole('button', { name: 'Sign out' });
  here.backend.instead = (request) =>
    request.url.endsWith('/oauth2/revoke') ? problem(400, 'origin_not_allowed') : undefined;
  await signOut();
  expect(
    await screen.findByText(/^You are signed out on this device\. Oddiya does not take/),
  ).toBeOnTheScreen();
  first.unmount();

  here.backend.instead = null;
  open(here);
  await waitFor(() => expect(here.backend.world.refreshes.size).toBe(0));
  await waitFor(async () => expect(await leftStore.read()).toEqual([]));
  expect(screen.queryByText(/^You are signed out/)).toBeNull();
});

test('an app that is closed over it tells when it is opened again, the pushes of this device among it', async () => {
  const here = await stage();
  const { backend, user } = here;
  const [refreshToken] = [...backend.world.refreshes.keys()];
  const api = createApi('http://oddiya.test', (request) => {
    request.headers.set('Authorization', `Bearer ${[...backend.world.sessions.keys()][0]}`);
    return backend.handle(request);
  });
  await registerForPush(api, user);
  expect(backend.world.devices.size).toBe(1);

  const first = open(here);
  await screen.findByRole('button', { name: 'Sign out' });
  backend.away = true;
  await signOut();
  await screen.findByText(unheard);
  expect(pushes.stopped).toBe(1);
  expect(await leftStore.read()).toEqual([{ user, refreshToken, unfinished: true }]);
  first.unmount();

  backend.away = false;
  open(here);
  await waitFor(() => expect(backend.world.devices.size).toBe(0));
  await waitFor(() => expect(backend.world.refreshes.size).toBe(0));
  await waitFor(async () => expect(await leftStore.read()).toEqual([]));
});
