import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import type { Plan, Stop } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatDates, formatDay } from '@/i18n/format';
import { Age } from '@/offline/Age';
import { Chip, Chips, Failed, Loading, Screen, space, Text, useIsWide } from '@/ui';
import { CertificateCard } from './CertificateCard';
import { CostsCard } from './CostsCard';
import { DayView } from './DayView';
import { openingDay, today } from './days';
import { usePlan, usePlanSummary } from './queries';
import { StopChecksSheet } from './StopChecksSheet';

export function PlanScreen({ id }: { id: string }) {
  const plan = usePlan(id);
  const summary = usePlanSummary(id);
  const isWide = useIsWide();
  const { t } = useTranslation();
  const title = plan.data?.data.title ?? summary?.title ?? t('plan.title');
  return (
    <Screen
      title={title}
      up="/"
      aside={
        plan.data && (
          <View style={styles.aside}>
            {isWide && <CertificateCard certificate={plan.data.data.certificate} />}
            <CostsCard totals={plan.data.data.totals} />
          </View>
        )
      }
    >
      {plan.data ? (
        <>
          <Age query={plan} />
          {!isWide && <CertificateCard certificate={plan.data.data.certificate} />}
          <Days plan={plan.data.data} />
        </>
      ) : plan.error ? (
        <Failed error={plan.error} onRetry={() => void plan.refetch()} />
      ) : (
        <Loading />
      )}
    </Screen>
  );
}

function Days({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState(() => openingDay(plan.days, today()));
  const [asked, ask] = useState<Stop | null>(null);
  const day = plan.days[chosen] ?? plan.days[0];
  return (
    <>
      <Text as="small" colour="quiet">
        {formatDates(plan.startDate, plan.endDate)}
      </Text>
      <Chips label={t('plan.day.choose')} role="radiogroup">
        {plan.days.map((one, index) => (
          <Chip
            key={one.date}
            role="radio"
            chosen={one === day}
            label={t('plan.day.label', { number: index + 1 })}
            onPress={() => choose(index)}
          />
        ))}
      </Chips>
      {day && (
        <View style={styles.day}>
          <Text as="heading" level={2}>
            {formatDay(day.date)}
          </Text>
          <DayView day={day} onAsk={ask} />
        </View>
      )}
      <StopChecksSheet stop={asked} onClose={() => ask(null)} />
    </>
  );
}

const styles = StyleSheet.create({ day: { gap: space.s }, aside: { gap: space.l } });
