import type { Ref } from 'react';
import { ActivityIndicator, Pressable, type PressableProps, StyleSheet, View } from 'react-native';

import { Icon, type IconName } from './Icon';
import { pressedByEnter } from './keys';
import { Text } from './Text';
import { useColours } from './theme';
import { type Palette, radius, space, touch } from './tokens';

type Kind = 'primary' | 'soft' | 'plain' | 'danger';

export interface ButtonProps extends Omit<PressableProps, 'children' | 'style'> {
  label: string;
  kind?: Kind;
  icon?: IconName;
  /** Behind the words, as an arrow that leads on. */
  iconAtEnd?: boolean;
  /** What was asked for is under way: it cannot be asked for again, and says so. */
  busy?: boolean;
  /** As wide as what it stands in. */
  full?: boolean;
}

const looks: Record<Kind, { ground: keyof Palette | null; ink: keyof Palette; edge?: keyof Palette }> = {
  primary: { ground: 'accent', ink: 'onAccent' },
  soft: { ground: 'sunken', ink: 'text' },
  plain: { ground: null, ink: 'accent' },
  danger: { ground: null, ink: 'fail', edge: 'fail' },
};

export function Button({
  label,
  kind = 'primary',
  icon,
  iconAtEnd = false,
  busy = false,
  full,
  disabled,
  ...rest
}: ButtonProps) {
  const colours = useColours();
  const { ground, ink, edge } = looks[kind];
  const off = disabled || busy;
  const sign = busy ? (
    <ActivityIndicator size="small" color={colours[ink]} />
  ) : (
    icon && <Icon name={icon} size={20} colour={ink} />
  );
  return (
    <Pressable
      role="button"
      aria-label={label}
      aria-busy={busy}
      aria-disabled={Boolean(off)}
      disabled={off}
      {...rest}
      {...(rest.role === 'link' && !off ? pressedByEnter(rest.onPress) : {})}
      style={({ pressed }) => [
        styles.button,
        full && styles.full,
        ground && { backgroundColor: colours[ground] },
        edge && { borderColor: colours[edge] },
        pressed && styles.pressed,
        disabled && styles.off,
      ]}
    >
      {!iconAtEnd && sign}
      <Text as="label" colour={ink} style={styles.label}>
        {label}
      </Text>
      {iconAtEnd && sign}
    </Pressable>
  );
}

export interface IconButtonProps extends Omit<PressableProps, 'children' | 'style'> {
  icon: IconName;
  /** What it does: only those who listen, and a hovering pointer, get to know it. */
  label: string;
  colour?: keyof Palette;
  size?: number;
  ref?: Ref<View>;
}

export function IconButton({ icon, label, colour = 'text', size = 22, disabled, ...rest }: IconButtonProps) {
  const colours = useColours();
  return (
    <Pressable
      role="button"
      aria-label={label}
      aria-disabled={Boolean(disabled)}
      disabled={disabled}
      {...rest}
      style={({ pressed }) => [
        styles.icon,
        pressed && { backgroundColor: colours.sunken },
        disabled && styles.off,
      ]}
    >
      <View pointerEvents="none">
        <Icon name={icon} size={size} colour={colour} />
      </View>
    </Pressable>
  );
}

const styles = StyleSheet.create({
  button: {
    minHeight: touch + 4,
    paddingHorizontal: space.xl,
    paddingVertical: space.m,
    borderRadius: radius.round,
    borderWidth: 1,
    borderColor: 'transparent',
    flexDirection: 'row',
    alignItems: 'center',
    justifyContent: 'center',
    alignSelf: 'flex-start',
    // In a row that wraps it would else be as wide as its words, beyond the page.
    maxWidth: '100%',
    gap: space.s,
  },
  full: { alignSelf: 'stretch' },
  label: { flexShrink: 1, textAlign: 'center' },
  pressed: { opacity: 0.75 },
  off: { opacity: 0.45 },
  icon: {
    width: touch,
    height: touch,
    borderRadius: radius.round,
    alignItems: 'center',
    justifyContent: 'center',
  },
});
