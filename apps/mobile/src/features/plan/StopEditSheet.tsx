import { useState } from 'react';

import type { Stop } from '@/api/types';
import { useTranslation } from '@/i18n';
import { useSpans } from '@/i18n/format';
import { Button, Sheet, Stepper, Text } from '@/ui';
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
      <Stepper
        label={t('plan.edit.minutes')}
        fewer={t('plan.edit.shorter', { count: stay.step })}
        more={t('plan.edit.longer', { count: stay.step })}
        value={minutes}
        shown={duration(minutes)}
        {...stay}
        onChange={setMinutes}
      />
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
