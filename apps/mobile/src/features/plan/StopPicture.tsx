import { useState } from 'react';
import { Image, StyleSheet, View } from 'react-native';

import type { Stop } from '@/api/types';
import { useTranslation } from '@/i18n';
import { radius, space, Text, useColours } from '@/ui';

/** The picture of a stop as large as it may be, and whose it is; nothing where there is none to be had. */
export function StopPicture({ stop: { picture } }: { stop: Pick<Stop, 'picture'> }) {
  const { t } = useTranslation();
  const colours = useColours();
  const [failed, setFailed] = useState<string>();
  if (!picture || failed === picture.url) return null;
  return (
    <View style={styles.all}>
      <View aria-hidden style={[styles.frame, { backgroundColor: colours.sunken }]}>
        <Image
          source={{ uri: picture.url }}
          resizeMode="cover"
          style={styles.whole}
          onError={() => setFailed(picture.url)}
        />
      </View>
      <Text as="tiny" colour="quiet">
        {t('plan.stop.picture', { source: picture.source })}
      </Text>
    </View>
  );
}

const styles = StyleSheet.create({
  all: { gap: space.xs },
  frame: { aspectRatio: 16 / 9, borderRadius: radius.m, overflow: 'hidden' },
  whole: { width: '100%', height: '100%' },
});
