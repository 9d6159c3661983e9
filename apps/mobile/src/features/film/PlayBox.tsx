import { Image } from 'expo-image';
import { useState } from 'react';
import { Pressable, StyleSheet, useWindowDimensions, View } from 'react-native';

import { useTranslation } from '@/i18n';
import { Banner, Icon, radius, useColours } from '@/ui';
import { posterSource } from './Picture';
import { Player } from './Player';

interface PlayBoxProps {
  url: string | undefined;
  posterUrl: string | undefined;
  /** Width by height. */
  ratio: number;
  label: string;
  onFailed?: () => void;
}

/** A film in its frame: its poster until it is to be played. Nothing moves, or sounds, by itself. */
export function PlayBox({ url, posterUrl, ratio, label, onFailed }: PlayBoxProps) {
  const { t } = useTranslation();
  const colours = useColours();
  const { height } = useWindowDimensions();
  const [playing, setPlaying] = useState<string>();
  const [failed, setFailed] = useState(false);
  // As tall as leaves something else on the page, as wide as there is room.
  const frame = { aspectRatio: ratio, maxHeight: Math.max(280, height * 0.62) };
  const width = Math.max(280, height * 0.62) * ratio;
  return (
    <View style={styles.box}>
      <View style={[styles.frame, frame, { maxWidth: width, backgroundColor: colours.sunken }]}>
        {posterUrl && (
          <View aria-hidden style={StyleSheet.absoluteFill}>
            <Image source={posterSource(posterUrl)} contentFit="cover" style={styles.whole} />
          </View>
        )}
        {playing !== undefined ? (
          <Player
            url={playing}
            label={t('film.ready.player')}
            onFailed={() => {
              setPlaying(undefined);
              setFailed(true);
              onFailed?.();
            }}
          />
        ) : url !== undefined ? (
          <Pressable
            role="button"
            aria-label={label}
            onPress={() => {
              setFailed(false);
              setPlaying(url);
            }}
            style={styles.play}
          >
            <View style={[styles.sign, { backgroundColor: colours.accent }]}>
              <Icon name="play" size={34} colour="onAccent" />
            </View>
          </Pressable>
        ) : (
          !posterUrl && <Icon name="film" size={40} colour="quiet" />
        )}
      </View>
      {failed && <Banner tone="fail" icon="warning" text={t('film.ready.notFetched')} />}
    </View>
  );
}

const styles = StyleSheet.create({
  box: { gap: 12 },
  frame: {
    width: '100%',
    alignSelf: 'center',
    borderRadius: radius.l,
    overflow: 'hidden',
    alignItems: 'center',
    justifyContent: 'center',
  },
  whole: { width: '100%', height: '100%' },
  play: { ...StyleSheet.absoluteFill, alignItems: 'center', justifyContent: 'center' },
  sign: {
    width: 76,
    height: 76,
    borderRadius: radius.round,
    alignItems: 'center',
    justifyContent: 'center',
  },
});
