import type { ReactNode } from 'react';
import { StyleSheet, View } from 'react-native';

import { space, Text } from '@/ui';

/** A part of a page with its heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View style={styles.section}>
      <Text as="heading" level={2}>
        {title}
      </Text>
      {children}
    </View>
  );
}

const styles = StyleSheet.create({ section: { gap: space.m } });
