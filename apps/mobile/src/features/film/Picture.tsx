import { skipToken, useQuery } from '@tanstack/react-query';
import { Image } from 'expo-image';
import { useState } from 'react';
import { type DimensionValue, StyleSheet, View } from 'react-native';

import { pictureOf } from '@/platform/upload';
import { Icon, radius, useColours } from '@/ui';

interface PictureProps {
  /** Of a file that this device keeps. */
  id: string | undefined;
  /** What those who listen are told; nothing, where what is around it says it. */
  label?: string;
  size?: DimensionValue;
}

/** A photo as this device has it; a sign in its place where it has not got it, or cannot draw it. */
export function Picture({ id, label, size = 88 }: PictureProps) {
  const colours = useColours();
  const uri = usePicture(id);
  const [failed, setFailed] = useState(false);
  return (
    <View
      style={[styles.frame, { width: size, backgroundColor: colours.sunken }]}
      {...(label ? {} : { 'aria-hidden': true })}
      {...(label && (!uri || failed) ? { role: 'img' as const, 'aria-label': label } : {})}
    >
      {uri && !failed ? (
        <Image
          source={{ uri }}
          accessibilityLabel={label ?? ''}
          contentFit="cover"
          style={styles.whole}
          onError={() => setFailed(true)}
        />
      ) : (
        <Icon name="photo" colour="quiet" />
      )}
    </View>
  );
}

/** Read anew with each showing: once sent, a file lies elsewhere, or nowhere. */
function usePicture(id: string | undefined): string | null {
  const { data } = useQuery({
    queryKey: ['picture', id],
    queryFn: id === undefined ? skipToken : () => pictureOf(id),
    networkMode: 'always',
    persister: undefined,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  return data ?? null;
}

/** A picture of a film from the store, for lists. */
export function Poster({ url, width }: { url: string | undefined; width: number }) {
  const colours = useColours();
  const [failed, setFailed] = useState<string>();
  return (
    <View
      style={[styles.poster, { width, height: width * 1.25, backgroundColor: colours.sunken }]}
      aria-hidden
    >
      {url && failed !== url ? (
        <Image
          source={posterSource(url)}
          contentFit="cover"
          style={styles.whole}
          onError={() => setFailed(url)}
        />
      ) : (
        <Icon name="film" colour="quiet" />
      )}
    </View>
  );
}

/** Signatures change with each reading; the picture stays the same, also without a network. */
export function posterSource(url: string): { uri: string; cacheKey: string } {
  return { uri: url, cacheKey: url.split('?')[0] ?? url };
}

const styles = StyleSheet.create({
  frame: {
    aspectRatio: 1,
    borderRadius: radius.s,
    overflow: 'hidden',
    alignItems: 'center',
    justifyContent: 'center',
  },
  whole: { width: '100%', height: '100%' },
  poster: { borderRadius: radius.m, overflow: 'hidden', alignItems: 'center', justifyContent: 'center' },
});
