import { useVideoPlayer, VideoView } from 'expo-video';
import { useEffect } from 'react';
import { StyleSheet, View } from 'react-native';

interface PlayerProps {
  url: string;
  label: string;
  onFailed: () => void;
}

/** Plays a film from its beginning, with the controls of the system. */
export function Player({ url, label, onFailed }: PlayerProps) {
  const player = useVideoPlayer(url);
  // Not before it has a place on the page: until then nothing would play there.
  useEffect(() => player.play(), [player]);
  useEffect(() => {
    const subscription = player.addListener('statusChange', ({ status }) => {
      if (status === 'error') onFailed();
    });
    return () => subscription.remove();
  }, [player, onFailed]);
  return (
    <View role="group" aria-label={label} style={StyleSheet.absoluteFill}>
      <VideoView player={player} nativeControls playsInline contentFit="contain" style={styles.whole} />
    </View>
  );
}

const styles = StyleSheet.create({ whole: { width: '100%', height: '100%' } });
