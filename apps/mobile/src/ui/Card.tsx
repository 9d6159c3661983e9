import type { ReactNode } from 'react';
import { Pressable, type PressableProps, StyleSheet, View, type ViewProps } from 'react-native';

import { pressedByEnter } from './keys';
import { useColours } from './theme';
import { radius, space } from './tokens';

export function Card({ style, ...rest }: ViewProps) {
  const colours = useColours();
  return (
    <View
      {...rest}
      style={[styles.card, { backgroundColor: colours.surface, borderColor: colours.line }, style]}
    />
  );
}

export interface CardLinkProps extends Omit<PressableProps, 'style' | 'children'> {
  children: ReactNode;
}

/** A card that leads somewhere, as a whole: what it says is its name to those who listen. */
export function CardLink({ children, ...rest }: CardLinkProps) {
  const colours = useColours();
  return (
    <Pressable
      role="link"
      {...rest}
      {...pressedByEnter(rest.onPress)}
      style={({ pressed }) => [
        styles.card,
        { backgroundColor: pressed ? colours.sunken : colours.surface, borderColor: colours.line },
      ]}
    >
      {children}
    </Pressable>
  );
}

const styles = StyleSheet.create({
  card: { borderWidth: 1, borderRadius: radius.l, padding: space.l, gap: space.s },
});
