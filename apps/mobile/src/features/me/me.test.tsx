import AsyncStorage from '@react-native-async-storage/async-storage';
import { fireEvent, screen, waitFor, within } from '@testing-library/react-native';

import { problem } from '@fake/http';
import { createApi } from '@/api/client';
import { tokenStore } from '@/auth/tokenStore';
import { prefer, preferences } from '@/offline/preferences';
import { texts } from '@/testing/catalogues';
import { pushes } from '@/testing/platform/push';
import { renderOn, type Stage, stage } from '@/testing/render';
import { blankForm } from '../draft/form';
import { writeDraft } from '../draft/kept';
import { MeScreen } from './MeScreen';
import { tellLanguage } from './newcomer';

beforeEach(async () => {
  await prefer('language', 'system');
  pushes.state = 'unasked';
  pushes.answer = 'granted';
  texts.away = false;
});

async function opened(): Promise<Stage> {
  const here = await stage();
  renderOn(here, <MeScreen />);
  await screen.findByText('minji@example.com');
  return here;
}

function account({ backend, user }: Stage) {
  return backend.world.users.get(user);
}

function press(name: string | RegExp) {
  fireEvent.press(screen.getByRole('button', { name }));
}

test('says who is signed in, and how', async () => {
  await opened();
  expect(screen.getByText('민지')).toBeOnTheScreen();
  expect(screen.getByText('Signed in with Google')).toBeOnTheScreen();
});

test('a name can be changed', async () => {
  const here = await opened();
  press('Change the name');
  fireEvent.changeText(screen.getByLabelText('Your name'), '  김민지 ');
  press('Save');
  expect(await screen.findByText('김민지')).toBeOnTheScreen();
  expect(account(here)?.name).toBe('김민지');
});

test('a name that was typed is there again after the page was left, until it is saved or closed', async () => {
  const here = await opened();
  press('Change the name');
  fireEvent.changeText(screen.getByLabelText('Your name'), '김민');
  screen.unmount();

  renderOn(here, <MeScreen />);
  expect(await screen.findByLabelText('Your name')).toHaveProp('value', '김민');
  press('Close');
  screen.unmount();

  renderOn(here, <MeScreen />);
  fireEvent.press(await screen.findByRole('button', { name: 'Change the name' }));
  expect(screen.getByLabelText('Your name')).toHaveProp('value', '민지');
});

test('a language is spoken at once, and by what Oddiya sends', async () => {
  const here = await opened();
  fireEvent.press(screen.getByRole('radio', { name: '日本語' }));
  expect(await screen.findByText('アカウントを削除')).toBeOnTheScreen();
  await waitFor(() => expect(account(here)?.locale).toBe('ja'));
  expect(preferences().language).toBe('ja');
});

test('a language that Oddiya could not be told is spoken here, and told by trying again', async () => {
  const here = await opened();
  here.backend.away = true;
  fireEvent.press(screen.getByRole('radio', { name: 'English' }));
  expect(
    await screen.findByText(/^This app speaks it from now on.*There is no connection/),
  ).toBeOnTheScreen();
  here.backend.away = false;
  press('Try again');
  await waitFor(() => expect(account(here)?.locale).toBe('en'));
  await waitFor(() => expect(screen.queryByText(/^This app speaks it/)).toBeNull());
});

test('a language whose texts cannot be fetched is not spoken, and says why', async () => {
  const here = await opened();
  texts.away = true;
  fireEvent.press(screen.getByRole('radio', { name: '日本語' }));
  expect(
    await screen.findByText('There is no connection to Oddiya. Check your network and try again.'),
  ).toBeOnTheScreen();
  expect(screen.getByText('Signed in with Google')).toBeOnTheScreen();
  expect(preferences().language).toBe('system');
  expect(account(here)?.locale).toBe('ko');
  texts.away = false;
  fireEvent.press(screen.getByRole('radio', { name: '日本語' }));
  expect(await screen.findByText('アカウントを削除')).toBeOnTheScreen();
});

test('which language Oddiya writes in is said where it is another one, and changed', async () => {
  const here = await opened();
  expect(screen.getByText('What Oddiya sends you comes in this language: 한국어.')).toBeOnTheScreen();
  press('Send it in English');
  await waitFor(() => expect(account(here)?.locale).toBe('en'));
  await waitFor(() => expect(screen.queryByText(/^What Oddiya sends you/)).toBeNull());
});

test('a new account gets the language that is read here; an older one keeps its own', async () => {
  const { backend, user } = await stage();
  const [accessToken] = [...backend.world.sessions].find(([, session]) => session.user === user) ?? [];
  const api = createApi('http://oddiya.test', (request) => {
    request.headers.set('Authorization', `Bearer ${accessToken}`);
    return backend.handle(request);
  });
  expect(await tellLanguage(api, 'en')).toMatchObject({ locale: 'en' });
  expect(await tellLanguage(api, 'en')).toBeNull();
  const old = backend.world.users.get(user);
  if (old) backend.world.users.set(user, { ...old, createdAt: '2026-01-01T00:00:00Z' });
  expect(await tellLanguage(api, 'ja')).toBeNull();
  expect(backend.world.users.get(user)?.locale).toBe('en');
});

test('a currency is found by its name, and new trips begin with it', async () => {
  const here = await opened();
  press(/^KRW/);
  fireEvent.changeText(screen.getByLabelText('Find a currency'), 'jpy');
  fireEvent.press(screen.getByRole('radio', { name: /^JPY/ }));
  await waitFor(() => expect(account(here)?.homeCurrency).toBe('JPY'));
  await waitFor(() => expect(preferences().currency).toBe('JPY'));
  expect(await screen.findByRole('button', { name: /^JPY/ })).toBeOnTheScreen();
});

test('a theme is chosen for this device', async () => {
  await opened();
  fireEvent.press(screen.getByRole('radio', { name: 'Dark' }));
  expect(await screen.findByRole('radio', { name: 'Dark', checked: true })).toBeOnTheScreen();
  expect(preferences().theme).toBe('dark');
});

test('an archive that broke off on its way is not handed over', async () => {
  const here = await opened();
  here.backend.instead = (request) =>
    request.url.endsWith('/export') ? new Response(new Uint8Array([0x50, 0x4b, 0x03, 0x04])) : undefined;
  press('Take all of it with you');
  expect(await screen.findByText(/There is no connection/)).toBeOnTheScreen();
  expect(screen.queryByText('Handed over.')).toBeNull();
});

test('a device is told of what happens once its owner lets it', async () => {
  const here = await opened();
  fireEvent.press(await screen.findByRole('button', { name: 'Tell me on this device' }));
  expect(await screen.findByText(/^This device is told/)).toBeOnTheScreen();
  expect(here.backend.world.devices.get('this-device')).toMatchObject({ user: here.user });
});

test('a device is told nothing more as soon as that is wanted, until it is wanted again', async () => {
  pushes.state = 'granted';
  const here = await opened();
  const { devices } = here.backend.world;
  devices.set('this-device', { user: here.user, platform: 'ios', pushToken: 'push-token' });
  fireEvent.press(await screen.findByRole('button', { name: 'Do not tell me on this device' }));
  expect(await screen.findByText(/^Nothing is sent to this device/)).toBeOnTheScreen();
  expect(devices.size).toBe(0);

  fireEvent.press(screen.getByRole('button', { name: 'Tell me on this device' }));
  expect(await screen.findByText(/^This device is told/)).toBeOnTheScreen();
  expect(devices.get('this-device')).toMatchObject({ user: here.user });
});

test('that a device could not be signed off is said, and it goes on being told', async () => {
  pushes.state = 'granted';
  const here = await opened();
  here.backend.away = true;
  fireEvent.press(await screen.findByRole('button', { name: 'Do not tell me on this device' }));
  expect(await screen.findByText(/There is no connection/)).toBeOnTheScreen();
  expect(screen.getByText(/^This device is told/)).toBeOnTheScreen();
});

test('a device whose owner says no is not told, and that is said', async () => {
  pushes.answer = 'denied';
  const here = await opened();
  fireEvent.press(await screen.findByRole('button', { name: 'Tell me on this device' }));
  expect(await screen.findByText(/^Notifications are off for Oddiya/)).toBeOnTheScreen();
  expect(screen.getByRole('button', { name: 'Open the device’s settings' })).toBeOnTheScreen();
  expect(here.backend.world.devices.size).toBe(0);
});

describe('deletion', () => {
  async function asked() {
    const here = await opened();
    await writeDraft(here.user, { form: blankForm('2027-04-01', 'KRW'), asked: null });
    press('Delete the account');
    expect(screen.getByText(/This cannot be undone/)).toBeOnTheScreen();
    return here;
  }

  test('takes the account, the session and what is kept on this device', async () => {
    const here = await asked();
    press('Delete it all for good');
    await waitFor(async () => expect(await tokenStore.read()).toBeNull());
    expect(account(here)).toBeUndefined();
    expect(await AsyncStorage.getItem(`oddiya.draft.${here.user}`)).toBeNull();
    await waitFor(() => expect(screen.queryByText('minji@example.com')).toBeNull());
  });

  test('that the account was gone already is as good', async () => {
    const here = await asked();
    here.backend.instead = (request) => (request.method === 'DELETE' ? problem(404, 'not_found') : undefined);
    press('Delete it all for good');
    await waitFor(async () => expect(await tokenStore.read()).toBeNull());
  });

  test('that could not be asked for changes nothing, and is said', async () => {
    const here = await asked();
    here.backend.away = true;
    press('Delete it all for good');
    expect(await screen.findByText(/There is no connection/)).toBeOnTheScreen();
    expect(account(here)).toBeDefined();
    expect(await AsyncStorage.getItem(`oddiya.draft.${here.user}`)).not.toBeNull();
    expect(await tokenStore.read()).not.toBeNull();
  });

  test('can be left', async () => {
    const here = await asked();
    press('Keep the account');
    await waitFor(() => expect(screen.queryByText(/This cannot be undone/)).toBeNull());
    expect(account(here)).toBeDefined();
  });
});

test('without an account to show, what is on the device can still be set', async () => {
  const here = await stage();
  here.backend.instead = (request) => (request.method === 'GET' ? problem(503, 'unavailable') : undefined);
  renderOn(here, <MeScreen />);
  const group = await screen.findByLabelText('Appearance');
  fireEvent.press(within(group).getByRole('radio', { name: 'Light' }));
  expect(preferences().theme).toBe('light');
});
