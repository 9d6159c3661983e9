import { Platform, type PressableProps } from 'react-native';

type OnPress = PressableProps['onPress'];

/** What a browser tells of a key. */
interface KeyPress {
  key: string;
  preventDefault: () => void;
}

/**
 * Has Space press what is not a button, such as a checkbox or a radio button, as people expect on the web: by itself a
 * Pressable answers Space for buttons only.
 */
export function pressedBySpace(onPress: OnPress): object {
  return pressedBy(' ', onPress);
}

/** Has Enter press what is called a link on the web: a Pressable takes it for an `<a>`, and leaves that to the browser. */
export function pressedByEnter(onPress: OnPress): object {
  return pressedBy('Enter', onPress);
}

function pressedBy(wanted: string, onPress: OnPress): object {
  if (Platform.OS !== 'web') return {};
  return {
    onKeyDown: (event: KeyPress) => {
      if (event.key !== wanted) return;
      event.preventDefault();
      (onPress as (() => void) | null | undefined)?.();
    },
  };
}
