import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import type { Stop } from '@/api/types';
import { useTranslation } from '@/i18n';
import { useSpans } from '@/i18n/format';
import { useProviderName } from '@/i18n/providerName';
import { Sheet, space, Text } from '@/ui';
import { checkNames } from './checks';
import { StopPicture } from './StopPicture';
import { verdictLooks, VerdictSign } from './VerdictMark';

/** What is known about a stop: each check with its verdict and its reason, and the record it rests on. */
export function StopChecksSheet({ stop, onClose }: { stop: Stop | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { ago } = useSpans();
  const nameOf = useProviderName();
  // Still there while the sheet closes.
  const [shown, show] = useState(stop);
  if (stop !== null && stop !== shown) show(stop);
  return (
    <Sheet title={shown?.name ?? t('plan.check.title')} open={stop !== null} onClose={onClose}>
      {shown && (
        <>
          <StopPicture stop={shown} />
          {checkNames.map((name) => {
            const { verdict, reason } = shown.checks[name];
            return (
              <View key={name} style={styles.check}>
                <VerdictSign verdict={verdict} size={26} />
                <View style={styles.words}>
                  <Text as="label">
                    {t(`plan.check.${name}`)}
                    <Text as="label" colour={verdictLooks[verdict].colour}>
                      {` · ${t(`plan.check.${verdict}`)}`}
                    </Text>
                  </Text>
                  <Text as="small" colour="quiet">
                    {reason}
                  </Text>
                </View>
              </View>
            );
          })}
          <Text as="tiny" colour="quiet">
            {t('plan.check.source', {
              provider: nameOf(shown.source.provider),
              ago: ago(shown.source.fetchedAt),
            })}
          </Text>
        </>
      )}
    </Sheet>
  );
}

const styles = StyleSheet.create({
  check: { flexDirection: 'row', gap: space.m },
  words: { flex: 1, gap: space.hair },
});
