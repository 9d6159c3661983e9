import { useRouter } from 'expo-router';
import { StyleSheet, View } from 'react-native';

import type { PlanSummary } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatDates } from '@/i18n/format';
import { Age } from '@/offline/Age';
import { Button, CardLink, Failed, Loading, Notice, Screen, space, Text, useIsWide } from '@/ui';
import { DraftUnderWay } from '../draft/DraftUnderWay';
import { daysBetween } from './days';
import { useAtHand, usePlans } from './queries';
import { VerdictMark } from './VerdictMark';

export function TripsScreen() {
  const { t } = useTranslation();
  const router = useRouter();
  const isWide = useIsWide();
  const plans = usePlans();
  const trips = plans.data?.pages.flatMap((page) => page.items) ?? [];
  const begin = () => router.push('/plan/new');
  useAtHand(trips);
  return (
    <Screen
      title={t('plan.list.title')}
      foot={
        !isWide && trips.length > 0 ? (
          <Button full icon="plus" label={t('plan.list.new')} onPress={begin} />
        ) : undefined
      }
    >
      {plans.data ? (
        <>
          <Age query={plans} />
          <DraftUnderWay />
          {trips.length === 0 && (
            <Notice icon="trips" title={t('plan.list.emptyTitle')} body={t('plan.list.emptyBody')}>
              <Button icon="plus" label={t('plan.list.new')} onPress={begin} />
            </Notice>
          )}
          <View role="list" style={styles.list}>
            {trips.map((trip) => (
              <View role="listitem" key={trip.id}>
                <TripCard
                  trip={trip}
                  onOpen={() => router.push({ pathname: '/plan/[id]', params: { id: trip.id } })}
                />
              </View>
            ))}
          </View>
          {plans.hasNextPage && (
            <Button
              kind="soft"
              label={t('plan.list.more')}
              busy={plans.isFetchingNextPage}
              onPress={() => void plans.fetchNextPage()}
            />
          )}
        </>
      ) : plans.error ? (
        <Failed error={plans.error} onRetry={() => void plans.refetch()} />
      ) : (
        <Loading />
      )}
    </Screen>
  );
}

function TripCard({ trip, onOpen }: { trip: PlanSummary; onOpen: () => void }) {
  const { t } = useTranslation();
  const dates = formatDates(trip.startDate, trip.endDate);
  return (
    <CardLink onPress={onOpen}>
      <Text as="heading">{trip.title}</Text>
      <Text as="small" colour="quiet">
        {`${dates} · ${t('plan.list.days', { count: daysBetween(trip.startDate, trip.endDate) })}`}
      </Text>
      <VerdictMark verdict={trip.verdict} />
    </CardLink>
  );
}

const styles = StyleSheet.create({ list: { gap: space.m } });
