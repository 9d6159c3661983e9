import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import type { Day, Plan, Stop } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatDay } from '@/i18n/format';
import { space, Text } from '@/ui';
import { DayMap } from './DayMap';
import { DayView, DayWeather } from './DayView';
import type { Way } from './mapLinks';
import { StopChecksSheet } from './StopChecksSheet';

export interface DayPageProps {
  plan: Plan;
  day: Day;
  onWay: (way: Way) => void;
}

/** As many moments of a day as are seen below its map at most. */
const screenful = 2;

/** One day of a plan, drawn and told. */
export function DayPage({ plan, day, onWay }: DayPageProps) {
  const { t } = useTranslation();
  const [asked, ask] = useState<Stop | null>(null);
  // A page that opens begins full, so that nothing on it is pushed away; a day that is turned to begins with its map.
  const [first] = useState(day.date);
  const lodging = plan.request?.lodging?.position;
  return (
    <View style={styles.page}>
      <View style={styles.head}>
        <Text as="heading" level={2}>
          {formatDay(day.date)}
        </Text>
        <DayWeather weather={day.weather} />
      </View>
      <DayMap stops={day.stops} lodging={lodging} onChoose={ask} />
      <DayView
        key={day.date}
        day={day}
        atOnce={day.date === first ? screenful : 0}
        lodging={lodging && { name: t('plan.day.lodging'), position: lodging }}
        onAsk={ask}
        onWay={onWay}
      />
      <StopChecksSheet stop={asked} onClose={() => ask(null)} />
    </View>
  );
}

const styles = StyleSheet.create({ page: { gap: space.m }, head: { gap: space.xs } });
