import type { ReactNode } from 'react';
import { StyleSheet, View } from 'react-native';

import { space, Text } from '@/ui';

/** One thing that can be set. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View style={styles.part}>
      <Text as="heading" level={2}>
        {title}
      </Text>
      {children}
    </View>
  );
}

const styles = StyleSheet.create({ part: { gap: space.m } });
