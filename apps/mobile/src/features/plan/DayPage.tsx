import { lazy, Suspense, useState } from 'react';
import { StyleSheet, View } from 'react-native';

import type { Day, Plan, Stop } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatDay } from '@/i18n/format';
import { TripMap } from '@/ui/TripMap';
import { Loading, space, Text } from '@/ui';
import { AddPlaceSheet } from './AddPlaceSheet';
import { DayView, DayWeather } from './DayView';
import type { Edit } from './edits';
import { EditNotices } from './EditNotices';
import type { Way } from './mapLinks';
import { StopChecksSheet } from './StopChecksSheet';
import { StopEditSheet } from './StopEditSheet';
import type { Edits } from './useEdits';

// Gestures are large, and most days are only read.
const DayEditor = lazy(() => import('./DayEditor').then((module) => ({ default: module.DayEditor })));

export interface DayPageProps {
  plan: Plan;
  day: Day;
  edits: Edits;
  isEditing: boolean;
  /** A place is looked for, to be added to this day. */
  isAdding: boolean;
  onAdded: () => void;
  onWay: (way: Way) => void;
}

/** One day of a plan: drawn, and as a list to be read or changed. */
export function DayPage({ plan, day, edits, isEditing, isAdding, onAdded, onWay }: DayPageProps) {
  const { t } = useTranslation();
  const [asked, ask] = useState<Stop | null>(null);
  const [opened, open] = useState<Stop | null>(null);
  const stops = edits.shown(day.date, day.stops);
  const lodging = plan.request?.lodging?.position;
  const edit = (what: Edit) => edits.edit(day.date, what);
  return (
    <View style={styles.page}>
      <View style={styles.head}>
        <Text as="heading" level={2}>
          {formatDay(day.date)}
        </Text>
        <DayWeather weather={day.weather} />
      </View>
      {stops.length > 0 && (
        <TripMap
          label={t('plan.map.label', {
            places: stops.map((stop, at) => `${at + 1} ${stop.name}`).join(', '),
          })}
          stops={stops.map(({ id, name, position }, at) => ({
            id,
            name,
            position,
            number: at + 1,
            day: day.date,
          }))}
          lodging={lodging}
          {...(isEditing
            ? { height: 180 }
            : { onChoose: (id: string) => ask(stops.find((stop) => stop.id === id) ?? null) })}
        />
      )}
      <View aria-live="polite">
        <EditNotices plan={plan} edits={edits} />
      </View>
      {isEditing ? (
        <Suspense fallback={<Loading />}>
          <DayEditor stops={stops} isBusy={edits.isBusy} onEdit={edit} onOpen={open} />
        </Suspense>
      ) : (
        <DayView
          day={day}
          lodging={lodging && { name: t('plan.day.lodging'), position: lodging }}
          onAsk={ask}
          onWay={onWay}
        />
      )}
      <StopChecksSheet stop={asked} onClose={() => ask(null)} />
      <StopEditSheet stop={opened} onEdit={edit} onClose={() => open(null)} />
      <AddPlaceSheet
        open={isAdding}
        near={day.stops.at(-1)?.position ?? plan.days.flatMap((one) => one.stops)[0]?.position}
        onChoose={(place) => {
          edit({ do: 'add', place });
          onAdded();
        }}
        onClose={onAdded}
      />
    </View>
  );
}

const styles = StyleSheet.create({ page: { gap: space.m }, head: { gap: space.xs } });
