import { useEffect, useRef } from 'react';
import { ScrollView, StyleSheet, View } from 'react-native';

import type { Day } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatShortDay } from '@/i18n/format';
import { Button, Chip, Chips, space, useIsWide } from '@/ui';

export interface DayStripProps {
  days: readonly Day[];
  chosen: number;
  onChoose: (index: number) => void;
}

/** The days of a trip, one of which is open: beside each other, to be pushed along on a phone. */
export function DayStrip({ days, chosen, onChoose }: DayStripProps) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const scroll = useRef<ScrollView>(null);
  const places = useRef<number[]>([]);
  const show = (index: number) => {
    const x = places.current[index];
    if (x !== undefined) scroll.current?.scrollTo({ x: Math.max(0, x - space.xxxl), animated: false });
  };
  useEffect(() => show(chosen), [chosen]);

  const chips = (
    <Chips label={t('plan.day.choose')} role="radiogroup" style={isWide ? null : styles.line}>
      {days.map((day, index) => (
        <View
          key={day.date}
          onLayout={({ nativeEvent }) => {
            places.current[index] = nativeEvent.layout.x;
            if (index === chosen) show(index);
          }}
        >
          <Chip
            role="radio"
            chosen={index === chosen}
            label={`${t('plan.day.label', { number: index + 1 })} · ${formatShortDay(day.date)}`}
            onPress={() => onChoose(index)}
          />
        </View>
      ))}
    </Chips>
  );
  if (isWide) return chips;
  return (
    <ScrollView
      ref={scroll}
      horizontal
      showsHorizontalScrollIndicator={false}
      style={styles.strip}
      contentContainerStyle={styles.content}
    >
      {chips}
    </ScrollView>
  );
}

/** At the end of a day, the ways to those around it. */
export function DayTurn({ days, chosen, onChoose }: DayStripProps) {
  const { t } = useTranslation();
  const label = (index: number) => t('plan.day.label', { number: index + 1 });
  return (
    <View style={styles.turn}>
      {chosen > 0 ? (
        <Button kind="soft" icon="back" label={label(chosen - 1)} onPress={() => onChoose(chosen - 1)} />
      ) : (
        <View />
      )}
      {chosen < days.length - 1 && (
        <Button kind="soft" icon="next" label={label(chosen + 1)} onPress={() => onChoose(chosen + 1)} />
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  strip: { marginHorizontal: -space.l, flexGrow: 0 },
  content: { paddingHorizontal: space.l, paddingVertical: space.hair },
  line: { flexWrap: 'nowrap' },
  turn: { flexDirection: 'row', justifyContent: 'space-between', gap: space.m },
});
