import type { ReactNode } from 'react';
import { Platform, Pressable, StyleSheet, View } from 'react-native';

import { Icon, radius, space, Text, touch, useColours } from '@/ui';

interface TileProps {
  role: 'radio' | 'checkbox';
  label: string;
  hint?: string;
  chosen: boolean;
  onPress: () => void;
  /** Above the words, or before them. */
  drawing?: ReactNode;
  wide?: boolean;
}

/** A choice with more to say than a chip has room for. */
export function Tile({ role, label, hint, chosen, onPress, drawing, wide = false }: TileProps) {
  const colours = useColours();
  return (
    <Pressable
      role={role}
      aria-checked={chosen}
      aria-label={hint ? `${label}. ${hint}` : label}
      onPress={onPress}
      style={[
        styles.tile,
        wide ? styles.wide : styles.small,
        {
          backgroundColor: chosen ? colours.accentSoft : colours.surface,
          borderColor: chosen ? colours.accent : colours.edge,
        },
      ]}
    >
      {drawing}
      <View style={[styles.words, wide && styles.beside]}>
        <Text as="label" colour={chosen ? 'accent' : 'text'} style={wide ? null : unbroken}>
          {label}
        </Text>
        {hint && (
          <Text as="small" colour={chosen ? 'text' : 'quiet'} style={wide ? null : unbroken}>
            {hint}
          </Text>
        )}
      </View>
      <View style={wide ? null : styles.corner}>
        {chosen ? (
          <Icon name="check" size={18} colour="accent" />
        ) : (
          wide && <View style={[styles.empty, { borderColor: colours.edge }]} />
        )}
      </View>
    </Pressable>
  );
}

/** No narrower than the longest of its words, which large type makes long. */
export const wholeWords = Platform.select<object>({
  web: { minWidth: 'min-content' },
  default: {},
});

/** Words that are not broken count as whole in that. */
const unbroken = Platform.select<object>({ web: { overflowWrap: 'break-word' }, default: {} });

const styles = StyleSheet.create({
  tile: { borderWidth: 1, borderRadius: radius.m, padding: space.m, gap: space.s, minHeight: touch },
  small: { flexGrow: 1, flexBasis: 96, ...wholeWords },
  wide: { flexDirection: 'row', alignItems: 'center', gap: space.m },
  words: { flexShrink: 1 },
  beside: { flex: 1 },
  corner: { position: 'absolute', right: space.s, top: space.s },
  empty: { width: 18, height: 18, borderRadius: radius.s / 2, borderWidth: 1 },
});
