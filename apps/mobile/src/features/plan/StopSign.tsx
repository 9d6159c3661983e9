import { useState } from 'react';
import { Image, StyleSheet, View } from 'react-native';

import type { Stop } from '@/api/types';
import { categoryIcon, Icon, radius, useColours } from '@/ui';

/** What a stop looks like; the sign of its category where nobody has a picture of it, or it cannot be fetched. */
export function StopSign({ stop: { picture, category } }: { stop: Pick<Stop, 'picture' | 'category'> }) {
  const colours = useColours();
  const [failed, setFailed] = useState<string>();
  return (
    <View style={[styles.sign, { backgroundColor: colours.accentSoft }]} aria-hidden>
      {picture && failed !== picture.url ? (
        <Image
          testID="picture"
          source={{ uri: picture.url }}
          resizeMode="cover"
          style={styles.whole}
          onError={() => setFailed(picture.url)}
        />
      ) : (
        <Icon name={categoryIcon(category)} colour="accent" />
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  sign: {
    width: 40,
    height: 40,
    borderRadius: radius.round,
    overflow: 'hidden',
    alignItems: 'center',
    justifyContent: 'center',
  },
  whole: { width: '100%', height: '100%' },
});
