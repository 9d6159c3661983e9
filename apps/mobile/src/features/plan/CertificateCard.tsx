import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import type { Certificate, Finding } from '@/api/types';
import { useTranslation } from '@/i18n';
import { useSpans } from '@/i18n/format';
import { CardLink, Sheet, space, Text } from '@/ui';
import { VerdictMark, VerdictSign } from './VerdictMark';

/** What the checks of the trip came to; opens to all that was found. */
export function CertificateCard({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation();
  const { ago } = useSpans();
  const [open, setOpen] = useState(false);
  const whole = certificate.findings.filter((finding) => finding.stopId === undefined);
  const ofStops = certificate.findings.filter((finding) => finding.stopId !== undefined);
  return (
    <>
      <CardLink role="button" onPress={() => setOpen(true)}>
        <Text as="label">{t('plan.certificate.title')}</Text>
        <VerdictMark verdict={certificate.verdict} />
        <Text as="tiny" colour="quiet">
          {t('plan.certificate.checked', { ago: ago(certificate.checkedAt) })}
        </Text>
      </CardLink>
      <Sheet title={t('plan.certificate.title')} open={open} onClose={() => setOpen(false)}>
        <VerdictMark verdict={certificate.verdict} />
        <Text as="label">{t('plan.certificate.findings')}</Text>
        {certificate.findings.length === 0 && <Text colour="quiet">{t('plan.certificate.none')}</Text>}
        {[...whole, ...ofStops].map((finding, index) => (
          <FindingLine key={index} finding={finding} />
        ))}
        <Text as="label">{t('plan.certificate.sources')}</Text>
        {certificate.sources.map((source) => (
          <Text as="small" colour="quiet" key={source.provider}>
            {t('plan.check.source', { provider: source.provider, ago: ago(source.fetchedAt) })}
          </Text>
        ))}
      </Sheet>
    </>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  return (
    <View style={styles.finding}>
      <VerdictSign verdict={finding.verdict} />
      <View style={styles.words}>
        <Text as="label">{`${t(`plan.check.${finding.check}`)} · ${t(`plan.check.${finding.verdict}`)}`}</Text>
        <Text as="small" colour="quiet">
          {finding.detail}
        </Text>
      </View>
    </View>
  );
}

const styles = StyleSheet.create({
  finding: { flexDirection: 'row', gap: space.m },
  words: { flex: 1, gap: space.hair },
});
