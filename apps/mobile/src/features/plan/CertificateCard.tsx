import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import type { Certificate, Finding } from '@/api/types';
import { useTranslation } from '@/i18n';
import { useSpans } from '@/i18n/format';
import { useProviderName } from '@/i18n/providerName';
import { Banner, Button, CardLink, FailedBanner, Sheet, space, Text } from '@/ui';
import { usePlanChanges } from './changes';
import { VerdictMark, VerdictSign } from './VerdictMark';

/** What the checks of the trip came to; opens to all that was found. */
export function CertificateCard({ planId, certificate }: { planId: string; certificate: Certificate }) {
  const { t } = useTranslation();
  const { ago } = useSpans();
  const nameOf = useProviderName();
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
        <CheckAgain planId={planId} />
        <Text as="label">{t('plan.certificate.findings')}</Text>
        {certificate.findings.length === 0 && <Text colour="quiet">{t('plan.certificate.none')}</Text>}
        {[...whole, ...ofStops].map((finding, index) => (
          <FindingLine key={index} finding={finding} />
        ))}
        <Text as="label">{t('plan.certificate.sources')}</Text>
        {certificate.sources.map((source) => (
          <Text as="small" colour="quiet" key={source.provider}>
            {t('plan.check.source', { provider: nameOf(source.provider), ago: ago(source.fetchedAt) })}
          </Text>
        ))}
      </Sheet>
    </>
  );
}

/** Everything checked afresh, and what comes out otherwise than before. */
function CheckAgain({ planId }: { planId: string }) {
  const { t } = useTranslation();
  const { verify } = usePlanChanges(planId);
  return (
    <View style={styles.again}>
      <Button
        kind="soft"
        icon="again"
        label={t(verify.isPending ? 'plan.certificate.checking' : 'plan.certificate.again')}
        busy={verify.isPending}
        onPress={() => verify.mutate()}
      />
      {verify.error && <FailedBanner error={verify.error} />}
      {verify.data?.changed.length === 0 && <Banner icon="check" text={t('plan.certificate.same')} />}
      {verify.data?.changed.map(({ check, before, after, detail }, index) => (
        <View key={index} style={styles.finding}>
          {after && <VerdictSign verdict={after} />}
          <View style={styles.words}>
            <Text as="label">
              {`${t(`plan.check.${check}`)}: ${t(before ? `plan.check.${before}` : 'plan.certificate.unchecked')} → ${t(after ? `plan.check.${after}` : 'plan.certificate.unchecked')}`}
            </Text>
            <Text as="small" colour="quiet">
              {detail}
            </Text>
          </View>
        </View>
      ))}
    </View>
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
  again: { gap: space.m },
  words: { flex: 1, gap: space.hair },
});
