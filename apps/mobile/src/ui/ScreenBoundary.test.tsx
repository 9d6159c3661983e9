import { onlineManager } from '@tanstack/react-query';
import { act, fireEvent, screen } from '@testing-library/react-native';
import { Text } from 'react-native';

import { renderOn, stage } from '@/testing/render';
import { ScreenBoundary } from './ScreenBoundary';

let isBroken: boolean;

function Part() {
  if (isBroken) throw new Error('this part could not be loaded');
  return <Text>the part</Text>;
}

const tell = console.error;

beforeEach(() => {
  isBroken = true;
  // React tells of what a boundary has caught.
  console.error = () => undefined;
});

afterEach(() => {
  console.error = tell;
  onlineManager.setOnline(true);
});

async function open() {
  renderOn(
    await stage(),
    <ScreenBoundary>
      <Part />
    </ScreenBoundary>,
  );
}

test('a screen that breaks says so, and is there by trying again', async () => {
  await open();
  expect(await screen.findByText('That did not work')).toBeOnTheScreen();
  isBroken = false;
  fireEvent.press(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('the part')).toBeOnTheScreen();
});

test('without a network that is what is said, and the screen is there with the network', async () => {
  onlineManager.setOnline(false);
  await open();
  expect(await screen.findByText('You are offline')).toBeOnTheScreen();
  isBroken = false;
  act(() => onlineManager.setOnline(true));
  expect(screen.getByText('the part')).toBeOnTheScreen();
});
