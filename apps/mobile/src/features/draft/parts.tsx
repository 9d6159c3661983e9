import type { ReactNode } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';

import { Icon, IconButton, type IconName, radius, space, Text, touch, useColours } from '@/ui';

/** One question of the form. */
export function Section({
  title,
  problem,
  children,
}: {
  title: string;
  problem?: string | undefined;
  children: ReactNode;
}) {
  return (
    <View style={styles.section}>
      <Text as="heading" level={2}>
        {title}
      </Text>
      {children}
      {problem && (
        <Text as="small" colour="fail" role="alert">
          {problem}
        </Text>
      )}
    </View>
  );
}

export interface ChoiceProps {
  icon: IconName;
  /** What is chosen here; said before the value to those who listen. */
  label: string;
  value: string;
  onPress: () => void;
  onClear?: { label: string; press: () => void } | undefined;
}

/** A field that is filled by a sheet that it opens. */
export function Choice({ icon, label, value, onPress, onClear }: ChoiceProps) {
  const colours = useColours();
  return (
    <View style={[styles.choice, { backgroundColor: colours.surface, borderColor: colours.edge }]}>
      <Pressable
        role="button"
        aria-label={`${label}: ${value}`}
        onPress={onPress}
        style={({ pressed }) => [styles.choose, pressed && { backgroundColor: colours.sunken }]}
      >
        <Icon name={icon} colour="accent" />
        <Text style={styles.words}>{value}</Text>
        {!onClear && <Icon name="open" size={18} colour="quiet" />}
      </Pressable>
      {onClear && (
        <IconButton icon="close" size={18} colour="quiet" label={onClear.label} onPress={onClear.press} />
      )}
    </View>
  );
}

/** What was added to a list, each to be taken out again. */
export function Tags({
  items,
  label,
  remove,
  onRemove,
}: {
  items: readonly string[];
  label: string;
  remove: (item: string) => string;
  onRemove: (index: number) => void;
}) {
  const colours = useColours();
  if (items.length === 0) return null;
  return (
    <View role="list" aria-label={label} style={styles.tags}>
      {items.map((item, index) => (
        <View
          role="listitem"
          key={`${index} ${item}`}
          style={[styles.tag, { backgroundColor: colours.accentSoft, borderColor: colours.accent }]}
        >
          <Text as="label" colour="accent" style={styles.tagText}>
            {item}
          </Text>
          <IconButton
            icon="close"
            size={16}
            colour="accent"
            label={remove(item)}
            onPress={() => onRemove(index)}
          />
        </View>
      ))}
    </View>
  );
}

const styles = StyleSheet.create({
  section: { gap: space.m },
  choice: {
    flexDirection: 'row',
    alignItems: 'center',
    borderRadius: radius.m,
    borderWidth: 1,
    overflow: 'hidden',
  },
  choose: {
    flex: 1,
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.m,
    minHeight: touch + 6,
    paddingHorizontal: space.l,
    paddingVertical: space.s,
  },
  words: { flex: 1 },
  tags: { flexDirection: 'row', flexWrap: 'wrap', gap: space.s },
  tag: {
    flexDirection: 'row',
    alignItems: 'center',
    borderRadius: radius.round,
    borderWidth: 1,
    paddingLeft: space.l,
    maxWidth: '100%',
  },
  tagText: { flexShrink: 1 },
});
