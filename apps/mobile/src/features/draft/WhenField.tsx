import { useState } from 'react';

import { useTranslation } from '@/i18n';
import { formatDates, formatDay } from '@/i18n/format';
import { Button, Sheet, Text } from '@/ui';
import { today } from '../plan/days';
import { Calendar } from './Calendar';
import { lengthOf, type Range } from './dates';
import { mostDays } from './form';
import type { FieldsProps } from './form';
import { Choice, Section } from './parts';

export function WhenField({ form: { from, to }, change, problem }: FieldsProps) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<Range | null>(null);
  const days = t('draft.sentence.days', { count: lengthOf(from, to) });
  return (
    <Section title={t('draft.dates.title')} problem={problem('dates')}>
      <Choice
        icon="calendar"
        label={t('draft.dates.title')}
        value={formatDates(from, to)}
        onPress={() => choose({ from, to })}
      />
      <Text as="small" colour="quiet">
        {days}
      </Text>
      <Sheet title={t('draft.dates.title')} open={chosen !== null} onClose={() => choose(null)}>
        {chosen && (
          <>
            <Text as="small" colour="quiet" role="status">
              {chosen.to === null
                ? t('draft.dates.chooseLast', { day: formatDay(chosen.from), count: mostDays })
                : t('draft.dates.chosen', { dates: formatDates(chosen.from, chosen.to) })}
            </Text>
            <Calendar range={chosen} onChange={choose} today={today()} most={mostDays} />
            <Button
              full
              label={t('draft.dates.take', {
                count: lengthOf(chosen.from, chosen.to ?? chosen.from),
              })}
              onPress={() => {
                change({ from: chosen.from, to: chosen.to ?? chosen.from });
                choose(null);
              }}
            />
          </>
        )}
      </Sheet>
    </Section>
  );
}
