import { Platform } from 'react-native';

import { pressedByEnter, pressedBySpace } from './keys';

test.each([
  [' ', pressedBySpace],
  ['Enter', pressedByEnter],
])('on the web "%s" presses, and does nothing else; other keys are left alone', (own, pressedBy) => {
  const platform = jest.replaceProperty(Platform, 'OS', 'web');
  const seen: string[] = [];
  const { onKeyDown } = pressedBy(() => seen.push('pressed')) as {
    onKeyDown: (event: { key: string; preventDefault: () => void }) => void;
  };
  for (const key of ['Enter', 'a', ' ']) onKeyDown({ key, preventDefault: () => seen.push(`kept ${key}`) });
  expect(seen).toEqual([`kept ${own}`, 'pressed']);
  platform.restore();
});

test('phones need nothing of it', () => {
  expect(pressedBySpace(() => undefined)).toEqual({});
});
