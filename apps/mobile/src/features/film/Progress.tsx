import { StyleSheet, View } from 'react-native';

import { radius, useColours } from '@/ui';

/** How far something is, from 0 to 1. */
export function Progress({ share, label, quiet = false }: { share: number; label: string; quiet?: boolean }) {
  const colours = useColours();
  const percent = Math.floor(share * 100 + 1e-6);
  return (
    <View
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      style={[styles.track, { backgroundColor: colours.line }]}
    >
      <View
        style={[
          styles.done,
          { width: `${percent}%`, backgroundColor: quiet ? colours.unknown : colours.accent },
        ]}
      />
    </View>
  );
}

const styles = StyleSheet.create({
  track: { height: 6, borderRadius: radius.round, overflow: 'hidden', alignSelf: 'stretch' },
  done: { height: '100%', borderRadius: radius.round },
});
