import { useRouter } from 'expo-router';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import type { Plan, Stop } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatDay } from '@/i18n/format';
import { Age } from '@/offline/Age';
import { Button, Failed, IconButton, Loading, Screen, space, Text, useIsWide } from '@/ui';
import { PlaceSearch } from '../draft/PlaceSearch';
import { DayEditor } from './DayEditor';
import { DayMap } from './DayMap';
import { DayStrip } from './DayStrip';
import { EditNotices } from './EditNotices';
import { usePlan } from './queries';
import { StopEditSheet } from './StopEditSheet';
import { useEdits } from './useEdits';

/** @property first the day that opens, 0 for the first */
export interface EditScreenProps {
  id: string;
  first: number;
}

/** The days of a plan, changed by hand. */
export function EditScreen({ id, first }: EditScreenProps) {
  const { t } = useTranslation();
  const plan = usePlan(id);
  if (plan.data) return <OpenEditor plan={plan.data.data} query={plan} first={first} />;
  return (
    <Screen title={t('plan.edit.begin')} up={`/plan/${id}`}>
      {plan.error ? <Failed error={plan.error} onRetry={() => void plan.refetch()} /> : <Loading />}
    </Screen>
  );
}

interface OpenEditorProps {
  plan: Plan;
  query: Parameters<typeof Age>[0]['query'];
  first: number;
}

function OpenEditor({ plan, query, first }: OpenEditorProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const isWide = useIsWide();
  const edits = useEdits(plan.id);
  const [chosen, choose] = useState(() => {
    // What was not done when the page was left is of the day that was open then.
    const left = plan.days.findIndex(({ date }) => date === edits.failed?.edits[0]?.date);
    return left < 0 ? first : left;
  });
  const [isAdding, setAdding] = useState(false);
  const [opened, open] = useState<Stop | null>(null);
  const day = plan.days[Math.min(chosen, plan.days.length - 1)];
  if (!day) return null;
  const stops = edits.shown(day.date, day.stops);
  const map = <DayMap stops={stops} lodging={plan.request?.lodging?.position} height={isWide ? 340 : 180} />;
  const done = () =>
    router.canGoBack() ? router.back() : router.replace({ pathname: '/plan/[id]', params: { id: plan.id } });
  return (
    <Screen
      title={plan.title}
      up={`/plan/${plan.id}`}
      aside={isWide ? map : undefined}
      foot={
        <>
          {/* Here it moves nothing that a hand may be about to take. */}
          <View aria-live="polite">
            <EditNotices plan={plan} edits={edits} />
          </View>
          <View style={styles.doing}>
            <Button kind="soft" icon="plus" label={t('plan.add.title')} onPress={() => setAdding(true)} />
            <IconButton
              icon="undo"
              label={t('plan.edit.undo')}
              disabled={!edits.last || edits.isBusy}
              onPress={edits.undo}
            />
            <Button icon="check" label={t('plan.edit.end')} onPress={done} />
          </View>
        </>
      }
    >
      <Age query={query} />
      <DayStrip days={plan.days} chosen={plan.days.indexOf(day)} onChoose={choose} />
      <Text as="heading" level={2}>
        {formatDay(day.date)}
      </Text>
      {!isWide && map}
      <DayEditor
        key={day.date}
        stops={stops}
        isBusy={edits.isBusy}
        onEdit={(edit) => edits.edit(day.date, edit)}
        onOpen={open}
      />
      <StopEditSheet stop={opened} onEdit={(edit) => edits.edit(day.date, edit)} onClose={() => open(null)} />
      <PlaceSearch
        title={t('plan.add.title')}
        open={isAdding}
        near={day.stops.at(-1)?.position ?? plan.days.flatMap((one) => one.stops)[0]?.position}
        onPlace={(place) => {
          edits.edit(day.date, { do: 'add', place });
          setAdding(false);
        }}
        onClose={() => setAdding(false)}
      />
    </Screen>
  );
}

const styles = StyleSheet.create({
  doing: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', gap: space.s },
});
