import { ActivityIndicator, StyleSheet, View } from 'react-native';

import type { StopEvent } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatDay } from '@/i18n/format';
import {
  Banner,
  Button,
  categoryIcon,
  FailedBanner,
  Icon,
  radius,
  Screen,
  space,
  Text,
  useColours,
  useIsWide,
} from '@/ui';
import { TripMap } from '@/ui/TripMap';
import { useOnline } from '@/offline/online';
import { problemCode } from '@/i18n/problemText';
import { datesFrom } from './dates';
import { type Asked, type Stage, stages, type Watch } from './generation';

export interface WatchScreenProps {
  asked: Asked;
  watch: Watch;
  /** What the traveller calls the place. */
  place: string;
  onRetry: () => void;
  onRecall: () => void;
}

/** With more of them than fit beside each other, the day that is being fixed stands out. */
const mostPins = 24;

/** A plan coming to be: what is being done, and each stop as soon as it is fixed. */
export function WatchScreen({ asked, watch, place, onRetry, onRecall }: WatchScreenProps) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const dates = datesFrom(asked.wish.startDate, asked.wish.endDate);
  const last = watch.stops.at(-1);
  const isRefused = watch.is === 'refused';
  // Of what does not go on, only what has come is shown.
  const isShown = !isRefused || watch.stops.length > 0;
  const map = (
    <TripMap
      label={t('draft.watch.map', { count: watch.stops.length })}
      height={isWide ? 420 : 220}
      stops={mapStops(watch.stops)}
      lodging={asked.wish.lodging?.position}
      day={watch.stops.length > mostPins ? last?.date : undefined}
      chosen={last?.stop.id}
    />
  );
  return (
    <Screen title={t('draft.watch.title', { place })} up="/" aside={isWide && isShown ? map : undefined}>
      <Progress watch={watch} />
      {isRefused ? (
        <View style={styles.refused}>
          <FailedBanner error={watch.error} />
          <Button icon="again" label={t('common.action.retry')} onPress={onRetry} />
          <Button kind="plain" label={t('draft.watch.recall')} onPress={onRecall} />
        </View>
      ) : (
        watch.is === 'waiting' && <Waiting error={watch.error} />
      )}
      {!isWide && isShown && map}
      {isShown && (
        <View style={styles.days}>
          {dates.map((date, index) => (
            <DaySoFar
              key={date}
              name={t('plan.day.label', { number: index + 1 })}
              date={date}
              stops={watch.stops.filter((stop) => stop.date === date)}
            />
          ))}
        </View>
      )}
      {!isRefused && (
        <Text as="small" colour="quiet">
          {t('draft.watch.leave')}
        </Text>
      )}
    </Screen>
  );
}

function mapStops(stops: readonly StopEvent[]) {
  const counts: Record<string, number> = {};
  return stops.map(({ date, stop }) => {
    counts[date] = (counts[date] ?? 0) + 1;
    return { id: stop.id, name: stop.name, position: stop.position, number: counts[date], day: date };
  });
}

function Waiting({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const isOnline = useOnline();
  const isAway = problemCode(error) === 'no_answer';
  return (
    <Banner
      icon={isAway ? 'offline' : 'clock'}
      text={t(isAway ? (isOnline ? 'draft.watch.lost' : 'draft.watch.offline') : 'draft.watch.busy')}
    />
  );
}

/** The four steps, each with what it is about as soon as it has told. */
function Progress({ watch }: { watch: Watch }) {
  const { t } = useTranslation();
  const colours = useColours();
  const at = watch.is === 'made' ? stages.length : watch.stage ? stages.indexOf(watch.stage) : 0;
  return (
    <View style={[styles.steps, { backgroundColor: colours.surface, borderColor: colours.line }]}>
      <View role="list" style={styles.list}>
        {stages.map((stage, index) => (
          <Step
            key={stage}
            stage={stage}
            count={watch.counts[stage]}
            state={index < at ? 'done' : index > at ? 'ahead' : watch.is === 'refused' ? 'still' : 'on'}
          />
        ))}
      </View>
      {(watch.is !== 'refused' || watch.stops.length > 0) && (
        <Text as="small" colour="quiet" role="status">
          {watch.stops.length === 0
            ? t('draft.watch.soon')
            : t('draft.watch.fixed', { count: watch.stops.length })}
        </Text>
      )}
    </View>
  );
}

function Step({
  stage,
  count,
  state,
}: {
  stage: Stage;
  count: number | undefined;
  state: 'done' | 'on' | 'still' | 'ahead';
}) {
  const { t } = useTranslation();
  const colours = useColours();
  const name = count ? t(`draft.counted.${stage}`, { count }) : t(`draft.stage.${stage}`);
  return (
    <View role="listitem" style={styles.step} aria-current={state === 'on' ? 'step' : undefined}>
      <View style={styles.sign}>
        {state === 'on' ? (
          <ActivityIndicator size="small" color={colours.accent} aria-label={t('common.state.loading')} />
        ) : state === 'done' ? (
          <Icon name="check" size={20} colour="accent" />
        ) : (
          <View style={[styles.dot, { borderColor: colours.edge }]} />
        )}
      </View>
      <Text as={state === 'on' ? 'strong' : 'body'} colour={state === 'ahead' ? 'quiet' : 'text'}>
        {name}
      </Text>
    </View>
  );
}

function DaySoFar({ name, date, stops }: { name: string; date: string; stops: StopEvent[] }) {
  const { t } = useTranslation();
  const colours = useColours();
  return (
    <View style={styles.day}>
      <Text as="strong" level={2}>
        {`${name} · ${formatDay(date)}`}
      </Text>
      {stops.length === 0 ? (
        <View style={[styles.empty, { borderColor: colours.line }]}>
          <Text as="small" colour="quiet">
            {t('draft.watch.dayAhead')}
          </Text>
        </View>
      ) : (
        <View role="list" style={styles.list}>
          {stops.map(({ stop }, index) => (
            <View role="listitem" key={stop.id} style={styles.stop}>
              <View style={[styles.kind, { backgroundColor: colours.accentSoft }]}>
                <Icon name={categoryIcon(stop.category)} size={18} colour="accent" />
              </View>
              <View style={styles.words}>
                <Text style={styles.name}>{`${index + 1}. ${stop.name}`}</Text>
                <Text as="small" colour="quiet">
                  {t('plan.stop.visit', { arrive: stop.arrive, depart: stop.depart })}
                </Text>
              </View>
            </View>
          ))}
        </View>
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  steps: { borderWidth: 1, borderRadius: radius.l, padding: space.l, gap: space.m },
  list: { gap: space.s },
  step: { flexDirection: 'row', alignItems: 'center', gap: space.m, minHeight: 28 },
  sign: { width: 24, alignItems: 'center' },
  dot: { width: 10, height: 10, borderRadius: radius.round, borderWidth: 1.5 },
  refused: { gap: space.m },
  days: { gap: space.xl },
  day: { gap: space.s },
  empty: {
    minHeight: 44,
    borderWidth: 1,
    borderStyle: 'dashed',
    borderRadius: radius.m,
    justifyContent: 'center',
    paddingHorizontal: space.l,
  },
  stop: { flexDirection: 'row', alignItems: 'center', gap: space.m, minHeight: 44 },
  kind: { width: 36, height: 36, borderRadius: radius.round, alignItems: 'center', justifyContent: 'center' },
  words: {
    flex: 1,
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: space.m,
  },
  name: { flexShrink: 1 },
});
