import { View } from 'react-native';

/** expo-video, without a picture. */
export function useVideoPlayer(source: string) {
  return { source, play: () => undefined, addListener: () => ({ remove: () => undefined }) };
}

export function VideoView(props: { 'aria-label'?: string }) {
  return <View aria-label={props['aria-label']} testID="video" />;
}
