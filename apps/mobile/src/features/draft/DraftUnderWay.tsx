import { useQueryClient } from '@tanstack/react-query';
import { useFocusEffect, useRouter } from 'expo-router';
import { useCallback, useEffect, useState } from 'react';
import { ActivityIndicator, StyleSheet, View } from 'react-native';

import { useSession } from '@/auth/SessionProvider';
import { useTranslation } from '@/i18n';
import { formatDates } from '@/i18n/format';
import { CardLink, Icon, space, Text, useColours } from '@/ui';
import { planKeys } from '../plan/queries';
import type { Asked } from './generation';
import { readAsked, settleAsked } from './kept';
import { useWatch } from './useWatch';

/** A trip that is being planned, among those that are: it leads back to where it can be watched, and is one of them in the end. */
export function DraftUnderWay() {
  const { user } = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  useFocusEffect(
    useCallback(() => {
      let isHere = true;
      if (user !== null) void readAsked(user).then((kept) => isHere && setAsked(kept));
      return () => {
        isHere = false;
        setAsked(null);
      };
    }, [user]),
  );
  if (user === null || asked === null) return null;
  return <UnderWay key={asked.key} asked={asked} user={user} onSettled={() => setAsked(null)} />;
}

interface UnderWayProps {
  asked: Asked;
  user: string;
  onSettled: () => void;
}

function UnderWay({ asked, user, onSettled }: UnderWayProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const colours = useColours();
  const queries = useQueryClient();
  const { watch } = useWatch(asked);
  const { plan } = watch;
  useEffect(() => {
    if (!plan) return;
    void settleAsked(user, asked.key)
      .then(() => queries.invalidateQueries({ queryKey: planKeys.list }))
      .then(onSettled);
    // Once, when it is made.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [plan]);
  const { destination, startDate, endDate } = asked.wish;
  const place = 'name' in destination ? destination.name : t('draft.title');
  const isRefused = watch.is === 'refused';
  return (
    <CardLink onPress={() => router.push('/plan/new')}>
      <Text as="heading">{place}</Text>
      <Text as="small" colour="quiet">
        {formatDates(startDate, endDate)}
      </Text>
      <View style={styles.state}>
        {isRefused ? (
          <Icon name="warning" size={18} colour="fail" />
        ) : (
          <ActivityIndicator size="small" color={colours.accent} aria-label={t('common.state.loading')} />
        )}
        <Text as="small" style={styles.words}>
          {isRefused
            ? t('draft.underWay.refused')
            : watch.stops.length === 0
              ? t('draft.underWay.making')
              : t('draft.watch.fixed', { count: watch.stops.length })}
        </Text>
      </View>
    </CardLink>
  );
}

const styles = StyleSheet.create({
  state: { flexDirection: 'row', alignItems: 'center', gap: space.s, minHeight: 24 },
  words: { flex: 1 },
});
