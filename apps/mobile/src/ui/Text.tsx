import type { ReactNode } from 'react';
import {
  Platform,
  StyleSheet,
  Text as NativeText,
  type TextProps as NativeTextProps,
  type TextStyle,
} from 'react-native';

import { useColours } from './theme';
import { type Palette, type, type TypeStyle } from './tokens';

export interface TextProps extends NativeTextProps {
  as?: TypeStyle;
  colour?: keyof Palette;
  /** Stays in one piece, also where it is wider than its place: a number, a code. */
  whole?: boolean;
  /** Said as a heading to those who listen, with its level on the web. */
  level?: 1 | 2 | 3;
}

/** All words on the screen. Hangul breaks between words, and within one only where it is longer than a line. */
export function Text({ as = 'body', colour = 'text', level, whole, style, ...rest }: TextProps) {
  const colours = useColours();
  const heading = level ? ({ role: 'heading', 'aria-level': level } as const) : {};
  return (
    <NativeText
      lineBreakStrategyIOS="hangul-word"
      {...heading}
      {...rest}
      style={[
        styles.all,
        isKorean(rest.children) && styles.korean,
        whole && styles.whole,
        isLarge(as) && balanced,
        type[as],
        { color: colours[colour] },
        style,
      ]}
    />
  );
}

// Pages in Japanese and Chinese break between any two letters, but what is Korean in them breaks between words.
const isKorean = (words: ReactNode) =>
  typeof words === 'string' &&
  /\p{sc=Hangul}/u.test(words) &&
  !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(words);

const isLarge = (as: TypeStyle) => as === 'display' || as === 'title';

/** One family everywhere: the system's own, which has Hangul, kana and Han that belong together. */
export const family = Platform.select({
  web:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", ' +
    '"Malgun Gothic", "Hiragino Sans", "Noto Sans CJK JP", "PingFang SC", "Microsoft YaHei", sans-serif',
  default: undefined,
});

// React Native's types do not know it; its web renderer takes it as it is.
const breaks = (where: 'anywhere' | 'normal'): TextStyle =>
  Platform.OS === 'web' ? ({ overflowWrap: where } as TextStyle) : {};

/** Lines about as long as each other, for words that stand by themselves: no last one of a single word. */
export const balanced: TextStyle = Platform.OS === 'web' ? ({ textWrap: 'balance' } as TextStyle) : {};

const styles = StyleSheet.create({
  all: { ...(family ? { fontFamily: family } : {}), ...breaks('anywhere') },
  whole: breaks('normal'),
  korean: Platform.OS === 'web' ? ({ wordBreak: 'keep-all' } as TextStyle) : {},
});
