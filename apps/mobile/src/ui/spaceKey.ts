import { Platform, type PressableProps } from 'react-native';

/** What a browser tells of a key. */
interface KeyPress {
  key: string;
  preventDefault: () => void;
}

/**
 * Has Space press what is not a button, such as a checkbox or a radio button, as people expect on the web: by itself a
 * Pressable answers Space for buttons only, and Enter for all.
 */
export function pressedBySpace(onPress: PressableProps['onPress']): object {
  if (Platform.OS !== 'web') return {};
  return {
    onKeyDown: (event: KeyPress) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      (onPress as (() => void) | null | undefined)?.();
    },
  };
}
