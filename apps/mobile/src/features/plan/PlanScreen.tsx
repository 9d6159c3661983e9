import { useRouter } from 'expo-router';
import { useDeferredValue, useState } from 'react';
import { StyleSheet, View } from 'react-native';

import type { Plan } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatDates } from '@/i18n/format';
import { Age } from '@/offline/Age';
import { Button, Failed, Loading, Screen, space, Text, useIsWide } from '@/ui';
import { CertificateCard } from './CertificateCard';
import { CostsCard } from './CostsCard';
import { DayPage } from './DayPage';
import { clockThere, openingDay } from './days';
import { DayStrip, DayTurn } from './DayStrip';
import type { Way } from './mapLinks';
import { dayOf } from './now';
import { PlanMenu } from './PlanMenu';
import { usePlan, usePlanSummary } from './queries';
import { TodayCard } from './TodayCard';
import { useNow } from './useNow';
import { WaySheet } from './WaySheet';

export function PlanScreen({ id }: { id: string }) {
  const plan = usePlan(id);
  const summary = usePlanSummary(id);
  const { t } = useTranslation();
  if (plan.data) return <OpenPlan plan={plan.data.data} query={plan} />;
  return (
    <Screen title={summary?.title ?? t('plan.title')} up="/">
      {plan.error ? <Failed error={plan.error} onRetry={() => void plan.refetch()} /> : <Loading />}
    </Screen>
  );
}

function OpenPlan({ plan, query }: { plan: Plan; query: Parameters<typeof Age>[0]['query'] }) {
  const { t } = useTranslation();
  const router = useRouter();
  const isWide = useIsWide();
  const now = useNow();
  const [opened, open] = useState(() => openingDay(plan.days, clockThere(now).date));
  const [way, showWay] = useState<Way | null>(null);
  const chosen = Math.min(opened, plan.days.length - 1);
  // The choice is seen at once; a full day comes a moment later, without holding up a hand.
  const day = plan.days[useDeferredValue(chosen)] ?? plan.days[chosen];
  const today = dayOf(plan, now);
  const { id } = plan;
  const edit = () => router.push({ pathname: '/plan/[id]/edit', params: { id, day: String(chosen + 1) } });
  const revise = (wish?: 'rain') =>
    router.push({ pathname: '/plan/[id]/revise', params: { id, ...(wish ? { wish } : {}) } });

  const certificate = <CertificateCard planId={id} certificate={plan.certificate} />;
  const doing = (
    <View style={styles.doing}>
      <Button kind="soft" icon="edit" label={t('plan.edit.begin')} onPress={edit} />
      <Button icon="wand" label={t('plan.revise.begin')} onPress={() => revise()} />
    </View>
  );
  return (
    <Screen
      title={plan.title}
      up="/"
      actions={<PlanMenu plan={plan} />}
      foot={isWide ? undefined : doing}
      aside={
        <View style={styles.aside}>
          {isWide && certificate}
          <CostsCard totals={plan.totals} />
          {isWide && doing}
        </View>
      }
    >
      <Age query={query} />
      <Text as="small" colour="quiet">
        {formatDates(plan.startDate, plan.endDate)}
      </Text>
      {plan.notes && <Text>{plan.notes}</Text>}
      {today && <TodayCard day={today.day} now={now} onWay={showWay} onRain={() => revise('rain')} />}
      {!isWide && certificate}
      <DayStrip days={plan.days} chosen={chosen} onChoose={open} />
      {day && (
        <>
          <DayPage plan={plan} day={day} onWay={showWay} />
          <DayTurn days={plan.days} chosen={chosen} onChoose={open} />
        </>
      )}
      <WaySheet way={way} onClose={() => showWay(null)} />
    </Screen>
  );
}

const styles = StyleSheet.create({
  aside: { gap: space.l },
  doing: { flexDirection: 'row', flexWrap: 'wrap', gap: space.s },
});
