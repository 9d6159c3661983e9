import { memo, useCallback, useEffect, useRef } from 'react';
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
  const open = useRef(chosen);
  const show = useCallback(() => {
    const x = places.current[open.current];
    if (x !== undefined) scroll.current?.scrollTo({ x: Math.max(0, x - space.xxxl), animated: false });
  }, []);
  const placed = useCallback(
    (index: number, x: number) => {
      places.current[index] = x;
      if (index === open.current) show();
    },
    [show],
  );
  useEffect(() => {
    open.current = chosen;
    // With the next frame: what was just tapped has not been laid out yet, and would have to be at once.
    const frame = requestAnimationFrame(show);
    return () => cancelAnimationFrame(frame);
  }, [chosen, show]);

  const chips = (
    <Chips label={t('plan.day.choose')} role="radiogroup" style={isWide ? null : styles.line}>
      {days.map(({ date }, index) => (
        <DayChip
          key={date}
          date={date}
          index={index}
          chosen={index === chosen}
          onChoose={onChoose}
          onPlaced={placed}
        />
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

interface DayChipProps {
  date: string;
  index: number;
  chosen: boolean;
  onChoose: (index: number) => void;
  onPlaced: (index: number, x: number) => void;
}

/** Drawn anew only when it is chosen or no longer so: a long trip has many. */
const DayChip = memo(function DayChip({ date, index, chosen, onChoose, onPlaced }: DayChipProps) {
  const { t } = useTranslation();
  return (
    <View onLayout={({ nativeEvent }) => onPlaced(index, nativeEvent.layout.x)}>
      <Chip
        role="radio"
        chosen={chosen}
        label={`${t('plan.day.label', { number: index + 1 })} · ${formatShortDay(date)}`}
        onPress={() => onChoose(index)}
      />
    </View>
  );
});

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
        <Button
          kind="soft"
          icon="next"
          iconAtEnd
          label={label(chosen + 1)}
          onPress={() => onChoose(chosen + 1)}
        />
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
