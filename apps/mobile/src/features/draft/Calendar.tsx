import { useCallback, useEffect, useRef, useState } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';

import { language, useTranslation } from '@/i18n';
import { formatDay, formatMonth, weekdayName } from '@/i18n/format';
import { IconButton, radius, space, Text, touch, useColours } from '@/ui';
import { useArrowKeys } from './arrowKeys';
import { after, monthAfter, pressed, type Range, weeksOf } from './dates';

export interface CalendarProps {
  range: Range;
  onChange: (range: Range) => void;
  /** Days before it are over. */
  today: string;
  /** How many days a range has at most. */
  most: number;
}

/** Whether weeks begin on Sunday (0) or Monday (1). */
const firstWeekdays = { ko: 0, ja: 0, en: 1, zh: 1 };

/** A month at a time; the first day is pressed, then the last. By keyboard: arrows move, Enter presses. */
export function Calendar({ range, onChange, today, most }: CalendarProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(range.from < today ? today : range.from);
  const [isMoved, setMoved] = useState(false);
  const grid = useRef<View>(null);
  const first = firstWeekdays[language()];
  const weeks = weeksOf(at, first);

  const move = useCallback(
    (days: number) => {
      setMoved(true);
      setAt((date) => (after(date, days) < today ? date : after(date, days)));
    },
    [today],
  );
  useArrowKeys(grid, move);
  const turn = (months: number) => {
    const month = monthAfter(at, months);
    setMoved(false);
    setAt(month < today ? today : month);
  };

  return (
    <View>
      <View style={styles.head}>
        <IconButton
          icon="back"
          label={t('draft.dates.before')}
          disabled={at.slice(0, 7) <= today.slice(0, 7)}
          onPress={() => turn(-1)}
        />
        <Text as="strong" aria-live="polite" style={styles.month}>
          {formatMonth(at)}
        </Text>
        <IconButton icon="next" label={t('draft.dates.after')} onPress={() => turn(1)} />
      </View>
      <View style={styles.week} aria-hidden>
        {Array.from({ length: 7 }, (_, index) => (
          <View key={index} style={styles.cell}>
            <Text as="tiny" colour="quiet">
              {weekdayName((first + index) % 7)}
            </Text>
          </View>
        ))}
      </View>
      <View ref={grid} role="group" aria-label={t('draft.dates.grid')}>
        {weeks.map((week, row) => (
          <View key={row} style={styles.week}>
            {week.map((date, column) =>
              date === null ? (
                <View key={column} style={styles.cell} />
              ) : (
                <DayCell
                  key={date}
                  date={date}
                  range={range}
                  isOver={date < today}
                  isAt={date === at}
                  isFocused={isMoved && date === at}
                  onPress={() => {
                    setAt(date);
                    onChange(pressed(range, date, most));
                  }}
                />
              ),
            )}
          </View>
        ))}
      </View>
    </View>
  );
}

interface DayCellProps {
  date: string;
  range: Range;
  isOver: boolean;
  /** The one day that Tab comes to. */
  isAt: boolean;
  isFocused: boolean;
  onPress: () => void;
}

function DayCell({ date, range, isOver, isAt, isFocused, onPress }: DayCellProps) {
  const { t } = useTranslation();
  const colours = useColours();
  const cell = useRef<View>(null);
  const last = range.to ?? range.from;
  const isEnd = date === range.from || date === last;
  const isWithin = date >= range.from && date <= last;
  useEffect(() => {
    if (isFocused) cell.current?.focus();
  }, [isFocused]);
  const role = date === range.from ? 'isFirst' : date === range.to ? 'isLast' : isWithin ? 'isBetween' : null;
  // What is seen comes first, for those who say what they see (WCAG 2.2, 2.5.3).
  const name = `${Number(date.slice(8))}, ${formatDay(date)}`;
  return (
    <View
      style={[
        styles.cell,
        isWithin && { backgroundColor: colours.accentSoft },
        date === range.from && styles.begins,
        date === last && styles.ends,
      ]}
    >
      <Pressable
        ref={cell}
        role="button"
        aria-label={role ? t('draft.dates.day', { day: name, role: t(`draft.dates.${role}`) }) : name}
        aria-disabled={isOver}
        disabled={isOver}
        tabIndex={isAt ? 0 : -1}
        onPress={onPress}
        style={({ pressed: isDown }) => [
          styles.day,
          isEnd && { backgroundColor: colours.accent },
          isDown && styles.down,
        ]}
      >
        <Text
          whole
          as={isEnd ? 'strong' : 'body'}
          colour={isEnd ? 'onAccent' : isOver ? 'quiet' : 'text'}
          style={isOver && styles.over}
        >
          {Number(date.slice(8))}
        </Text>
      </Pressable>
    </View>
  );
}

const styles = StyleSheet.create({
  head: { flexDirection: 'row', alignItems: 'center', paddingBottom: space.s },
  month: { flex: 1, textAlign: 'center' },
  week: { flexDirection: 'row' },
  cell: {
    flex: 1,
    minHeight: touch,
    alignItems: 'center',
    justifyContent: 'center',
    marginVertical: 1,
  },
  begins: { borderTopLeftRadius: radius.round, borderBottomLeftRadius: radius.round },
  ends: { borderTopRightRadius: radius.round, borderBottomRightRadius: radius.round },
  day: {
    width: touch,
    height: touch,
    borderRadius: radius.round,
    alignItems: 'center',
    justifyContent: 'center',
  },
  down: { opacity: 0.7 },
  over: { opacity: 0.5 },
});
