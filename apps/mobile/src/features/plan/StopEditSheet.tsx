import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import type { Stop } from '@/api/types';
import { useTranslation } from '@/i18n';
import { useSpans } from '@/i18n/format';
import { Button, IconButton, Sheet, space, Text } from '@/ui';
import { minutesBetween } from './days';
import { type Edit, stay } from './edits';
import { useLast } from './useLast';

export interface StopEditSheetProps {
  stop: Stop | null;
  onEdit: (edit: Edit) => void;
  onClose: () => void;
}

/** What can be changed about a stop: how long one stays, whether a revision may touch it, whether it stays at all. */
export function StopEditSheet({ stop, onEdit, onClose }: StopEditSheetProps) {
  const shown = useLast(stop);
  return (
    <Sheet title={shown?.name ?? ''} open={stop !== null} onClose={onClose}>
      {shown && (
        <Choices
          key={`${shown.id} ${stop !== null}`}
          stop={shown}
          onEdit={(edit) => {
            onEdit(edit);
            onClose();
          }}
        />
      )}
    </Sheet>
  );
}

function Choices({ stop, onEdit }: { stop: Stop; onEdit: (edit: Edit) => void }) {
  const { t } = useTranslation();
  const { duration } = useSpans();
  const now = minutesBetween(stop.arrive, stop.depart);
  const [minutes, setMinutes] = useState(now);
  return (
    <>
      <View style={styles.stay}>
        <Text as="label" style={styles.words}>
          {t('plan.edit.minutes')}
        </Text>
        <IconButton
          icon="minus"
          label={t('plan.edit.shorter', { count: stay.step })}
          disabled={minutes <= stay.least}
          onPress={() => setMinutes(Math.max(stay.least, minutes - stay.step))}
        />
        <Text as="strong" style={styles.minutes} aria-live="polite">
          {duration(minutes)}
        </Text>
        <IconButton
          icon="plus"
          label={t('plan.edit.longer', { count: stay.step })}
          disabled={minutes >= stay.most}
          onPress={() => setMinutes(Math.min(stay.most, minutes + stay.step))}
        />
      </View>
      {minutes !== now && (
        <Button
          full
          label={t('plan.edit.stay', { duration: duration(minutes) })}
          onPress={() => onEdit({ do: 'stay', id: stop.id, minutes })}
        />
      )}
      <Text as="small" colour="quiet">
        {t('plan.edit.lockMeans')}
      </Text>
      <Button
        full
        kind="soft"
        icon={stop.locked ? 'unlock' : 'lock'}
        label={t(stop.locked ? 'plan.edit.unlock' : 'plan.edit.lock')}
        onPress={() => onEdit({ do: 'lock', id: stop.id, locked: !stop.locked })}
      />
      <Button
        full
        kind="danger"
        icon="trash"
        label={t('plan.edit.remove', { place: stop.name })}
        onPress={() => onEdit({ do: 'remove', id: stop.id })}
      />
    </>
  );
}

const styles = StyleSheet.create({
  stay: { flexDirection: 'row', alignItems: 'center', gap: space.s },
  words: { flex: 1 },
  minutes: { minWidth: 88, textAlign: 'center' },
});
