import { StyleSheet, View } from 'react-native';

import type { Verdict } from '@/api/types';
import { useTranslation } from '@/i18n';
import { Icon, type IconName, type Palette, radius, space, Text, useColours, useTextScale } from '@/ui';

export const verdictLooks: Record<Verdict, { icon: IconName; colour: keyof Palette }> = {
  pass: { icon: 'check', colour: 'pass' },
  fail: { icon: 'cross', colour: 'fail' },
  unknown: { icon: 'question', colour: 'unknown' },
};

/** A sign for a verdict: full for what is known, a broken ring for what is not. */
export function VerdictSign({
  verdict,
  size = 22,
  soft = false,
}: {
  verdict: Verdict;
  size?: number;
  soft?: boolean;
}) {
  const colours = useColours();
  const side = size * useTextScale();
  const { icon, colour } = verdictLooks[verdict];
  const ground = { pass: colours.accentSoft, fail: colours.failSoft, unknown: 'transparent' }[verdict];
  return (
    <View
      aria-hidden
      style={[
        styles.sign,
        { width: side, height: side, backgroundColor: soft ? 'transparent' : ground },
        verdict === 'unknown' && { borderColor: colours.unknown, borderStyle: 'dashed' },
      ]}
    >
      <Icon name={icon} size={size * 0.64} colour={colour} />
    </View>
  );
}

/** What the checks of a whole trip came to. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  return (
    <View style={styles.mark}>
      <VerdictSign verdict={verdict} />
      <Text as="small" colour={verdictLooks[verdict].colour}>
        {t(`plan.certificate.${verdict}`)}
      </Text>
    </View>
  );
}

const styles = StyleSheet.create({
  sign: {
    borderRadius: radius.round,
    borderWidth: 1.5,
    borderColor: 'transparent',
    alignItems: 'center',
    justifyContent: 'center',
  },
  mark: { flexDirection: 'row', alignItems: 'center', gap: space.s },
});
