import { type ReactNode, useEffect, useRef } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';

import type { Stop } from '@/api/types';
import { useTranslation } from '@/i18n';
import { useSpans } from '@/i18n/format';
import { Card, Icon, IconButton, radius, space, Text, useColours } from '@/ui';
import { worthSaying } from './checks';
import { minutesBetween } from './days';
import type { Edit } from './edits';
import { VerdictSign } from './VerdictMark';

export interface EditRowProps {
  stop: Stop;
  index: number;
  count: number;
  isBusy: boolean;
  handle: ReactNode;
  onEdit: (edit: Edit) => void;
  onOpen: (stop: Stop) => void;
}

/** A stop while its day is changed: short, with what is done to it at hand. */
export function EditRow({ stop, index, count, isBusy, handle, onEdit, onOpen }: EditRowProps) {
  const { t } = useTranslation();
  const { duration } = useSpans();
  const colours = useColours();
  const up = useRef<View>(null);
  const down = useRef<View>(null);
  const pressed = useRef<1 | -1 | null>(null);
  useEffect(() => {
    // At an end of the day an arrow loses the focus: the other one keeps the keyboard with this stop.
    if (pressed.current === -1 && index === 0) down.current?.focus();
    if (pressed.current === 1 && index === count - 1) up.current?.focus();
    pressed.current = null;
  }, [index, count]);
  const step = (by: 1 | -1) => {
    pressed.current = by;
    onEdit({ do: 'step', id: stop.id, by });
  };
  const [worst] = worthSaying(stop.checks);
  const place = stop.name;
  return (
    <Card style={styles.row}>
      {handle}
      <Pressable
        role="button"
        onPress={() => onOpen(stop)}
        style={({ pressed }) => [styles.words, pressed && { backgroundColor: colours.sunken }]}
      >
        <Text as="label">{`${index + 1}. ${place}`}</Text>
        <View style={styles.facts}>
          <Text as="tiny" colour="quiet" style={isBusy && styles.old}>
            {`${t('plan.stop.visit', { arrive: stop.arrive, depart: stop.depart })} · ${duration(minutesBetween(stop.arrive, stop.depart))}`}
          </Text>
          {stop.locked && <Icon name="lock" size={14} colour="quiet" />}
          {worst && !isBusy && <VerdictSign verdict={worst.verdict} size={16} />}
        </View>
      </Pressable>
      <IconButton
        ref={up}
        icon="up"
        label={t('plan.edit.up', { place })}
        disabled={index === 0}
        onPress={() => step(-1)}
      />
      <IconButton
        ref={down}
        icon="down"
        label={t('plan.edit.down', { place })}
        disabled={index === count - 1}
        onPress={() => step(1)}
      />
      <IconButton
        icon="trash"
        label={t('plan.edit.remove', { place })}
        onPress={() => onEdit({ do: 'remove', id: stop.id })}
      />
    </Card>
  );
}

const styles = StyleSheet.create({
  row: { flexDirection: 'row', alignItems: 'center', gap: 0, padding: space.xs },
  words: { flex: 1, minWidth: 0, paddingVertical: space.s, borderRadius: radius.s, gap: space.hair },
  facts: { flexDirection: 'row', alignItems: 'center', flexWrap: 'wrap', gap: space.xs },
  old: { opacity: 0.5 },
});
