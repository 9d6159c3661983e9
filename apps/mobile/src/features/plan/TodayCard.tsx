import { StyleSheet, View } from 'react-native';

import type { Day, Stop } from '@/api/types';
import { useTranslation } from '@/i18n';
import { useSpans } from '@/i18n/format';
import { Banner, Button, Card, Icon, type IconName, space, Text } from '@/ui';
import { clockThere, minutesBetween, timeOf } from './days';
import type { Way } from './mapLinks';
import { nowOf, weatherAhead } from './now';

export interface TodayCardProps {
  day: Day;
  now: number;
  /** The traveller wants to be shown the way. */
  onWay: (way: Way) => void;
  /** The traveller wants the rest of the day changed because of rain. */
  onRain: () => void;
}

/** During the trip: where one is, what is next, when to leave, and what the weather is in the way of. */
export function TodayCard({ day, now, onWay, onRain }: TodayCardProps) {
  const { t } = useTranslation();
  const { minutes } = clockThere(now);
  const state = nowOf(day, minutes);
  const next = state.is === 'over' ? null : state.next;
  const ahead = weatherAhead(day, minutes);
  return (
    <Card>
      <View style={styles.head}>
        <Text as="label" colour="accent">
          {t('plan.now.title')}
        </Text>
        <Text as="small" colour="quiet">
          {t('plan.now.clock', { time: timeOf(minutes) })}
        </Text>
      </View>
      {state.is === 'at' && (
        <Line icon="pin" text={t('plan.now.at', { place: state.stop.name, until: state.stop.depart })} />
      )}
      {next && <Next stop={next} />}
      {state.is === 'over' && <Text>{t('plan.now.over')}</Text>}
      {state.is === 'at' && !next && <Text colour="quiet">{t('plan.now.last')}</Text>}
      {state.is !== 'over' && next && state.leaveAt && (
        <Leave at={state.leaveAt} minutes={minutes} late={state.is === 'between' && state.late} />
      )}
      {(ahead.stops.length > 0 || ahead.rainAt.length > 0) && (
        <>
          <Banner
            icon="rain"
            tone="warn"
            text={
              ahead.stops.length > 0
                ? t('plan.now.rainStops', { places: ahead.stops.map((stop) => stop.name).join(', ') })
                : t('plan.now.rain', { from: ahead.rainAt[0] ?? '' })
            }
          />
          {ahead.stops.length > 0 && (
            <Button kind="plain" icon="rain" label={t('plan.now.forRain')} onPress={onRain} />
          )}
        </>
      )}
      {next && (
        <Button
          kind="soft"
          icon="pin"
          label={t('plan.now.way', { place: next.name })}
          onPress={() => onWay({ to: next, mode: next.legFromPrevious?.mode ?? 'transit' })}
        />
      )}
    </Card>
  );
}

function Next({ stop }: { stop: Stop }) {
  const { t } = useTranslation();
  return (
    <View>
      <Text as="small" colour="quiet">
        {t('plan.now.next')}
      </Text>
      <Text as="heading" level={2}>
        {stop.name}
      </Text>
      <Text as="small" colour="quiet">
        {t('plan.stop.visit', { arrive: stop.arrive, depart: stop.depart })}
      </Text>
    </View>
  );
}

/** When to leave, and in how long that is. */
function Leave({ at, minutes, late }: { at: string; minutes: number; late: boolean }) {
  const { t } = useTranslation();
  const { duration } = useSpans();
  if (late) return <Line icon="warning" text={t('plan.now.late', { at })} />;
  const left = minutesBetween(timeOf(minutes), at);
  return (
    <Line
      icon="clock"
      text={left === 0 ? t('plan.now.leaveNow') : t('plan.now.leave', { at, left: duration(left) })}
    />
  );
}

function Line({ icon, text }: { icon: IconName; text: string }) {
  return (
    <View style={styles.line}>
      <Icon name={icon} size={18} colour="quiet" />
      <Text style={styles.words}>{text}</Text>
    </View>
  );
}

const styles = StyleSheet.create({
  head: { flexDirection: 'row', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: space.m },
  line: { flexDirection: 'row', alignItems: 'center', gap: space.s },
  words: { flex: 1 },
});
