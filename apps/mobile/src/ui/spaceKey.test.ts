import { Platform } from 'react-native';

import { pressedBySpace } from './spaceKey';

test('on the web Space presses, and does not scroll; other keys are left alone', () => {
  const platform = jest.replaceProperty(Platform, 'OS', 'web');
  const seen: string[] = [];
  const { onKeyDown } = pressedBySpace(() => seen.push('pressed')) as {
    onKeyDown: (event: { key: string; preventDefault: () => void }) => void;
  };
  for (const key of ['Enter', 'a', ' ']) onKeyDown({ key, preventDefault: () => seen.push(`kept ${key}`) });
  expect(seen).toEqual(['kept  ', 'pressed']);
  platform.restore();
});

test('phones need nothing of it', () => {
  expect(pressedBySpace(() => undefined)).toEqual({});
});
