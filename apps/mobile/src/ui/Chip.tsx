import { Pressable, type PressableProps, StyleSheet, View, type ViewProps } from 'react-native';

import { Icon, type IconName } from './Icon';
import { pressedBySpace } from './keys';
import { Text } from './Text';
import { useColours } from './theme';
import { radius, space, touch } from './tokens';

export interface ChipProps extends Omit<PressableProps, 'children' | 'style'> {
  label: string;
  chosen?: boolean;
  icon?: IconName;
  /** One of several (a radio button), or any of several (a checkbox). */
  role?: 'radio' | 'checkbox' | 'button';
}

/** A choice that fits a thumb. What is chosen also has a tick, so that it is not told by colour alone. */
export function Chip({ label, chosen = false, icon, role = 'checkbox', ...rest }: ChipProps) {
  const colours = useColours();
  const ink = chosen ? 'accent' : 'text';
  const state = role === 'button' ? {} : { 'aria-checked': chosen };
  return (
    <Pressable
      role={role}
      aria-label={label}
      {...state}
      {...rest}
      {...(role === 'button' ? {} : pressedBySpace(rest.onPress))}
      style={[
        styles.chip,
        {
          backgroundColor: chosen ? colours.accentSoft : colours.surface,
          borderColor: chosen ? colours.accent : colours.edge,
        },
      ]}
    >
      {chosen ? (
        <Icon name="check" size={16} colour="accent" />
      ) : (
        icon && <Icon name={icon} size={16} colour="quiet" />
      )}
      <Text as="label" colour={ink} style={styles.label}>
        {label}
      </Text>
    </Pressable>
  );
}

export interface ChipsProps extends ViewProps {
  /** What is chosen here. */
  label: string;
  role?: 'radiogroup' | 'group';
}

/** Chips side by side, as many lines as they need. */
export function Chips({ label, role = 'group', style, ...rest }: ChipsProps) {
  return <View role={role} aria-label={label} {...rest} style={[styles.chips, style]} />;
}

const styles = StyleSheet.create({
  chip: {
    minHeight: touch,
    paddingHorizontal: space.l,
    paddingVertical: space.s,
    borderRadius: radius.round,
    borderWidth: 1,
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.xs + 2,
    maxWidth: '100%',
  },
  label: { flexShrink: 1 },
  chips: { flexDirection: 'row', flexWrap: 'wrap', gap: space.s },
});
