import { memo } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';

import type { Day, Leg, Stop, Weather } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatMeters, useSpans } from '@/i18n/format';
import { Icon, type IconName, radius, space, Text, touch, useColours } from '@/ui';
import { momentsOf } from './days';
import type { Named, Way } from './mapLinks';
import { rainHours } from './now';
import { StopCard } from './StopCard';
import { useInSteps } from './useInSteps';

export interface DayViewProps {
  day: Day;
  lodging?: Named | undefined;
  /** How many of its moments are drawn with it; the others follow one by one. */
  atOnce?: number;
  /** The traveller wants to know what is known about a stop. */
  onAsk: (stop: Stop) => void;
  /** The traveller wants to be shown the way. */
  onWay: (way: Way) => void;
}

/** A day as it is lived: its stops and the ways between them. */
export function DayView({ day, lodging, atOnce = Infinity, onAsk, onWay }: DayViewProps) {
  const { t } = useTranslation();
  const last = day.stops.at(-1);
  const moments = momentsOf(day);
  const drawn = useInSteps(moments.length, atOnce);
  return (
    <View style={styles.day}>
      {day.stops.length === 0 && <Text colour="quiet">{t('plan.day.empty')}</Text>}
      <View role="list">
        {moments.slice(0, drawn).map((moment) =>
          moment.is === 'stop' ? (
            <StopItem
              key={moment.stop.id}
              stop={moment.stop}
              number={moment.number}
              from={day.stops[moment.number - 2] ?? lodging}
              onAsk={onAsk}
              onWay={onWay}
            />
          ) : (
            <View role="listitem" key={moment.kind}>
              <SideLine icon="clock" text={`${moment.from}–${moment.to} · ${t(`plan.day.${moment.kind}`)}`} />
            </View>
          ),
        )}
        {day.legToLodging && drawn === moments.length && (
          <View role="listitem">
            <LegLine leg={day.legToLodging} from={last} to={lodging} onWay={onWay} />
            <SideLine icon="bed" text={t('plan.day.toLodging')} />
          </View>
        )}
      </View>
    </View>
  );
}

interface StopItemProps extends Pick<DayViewProps, 'onAsk' | 'onWay'> {
  stop: Stop;
  number: number;
  from: Named | undefined;
}

/** A stop and the way to it; those that are there stay as they are while more are added. */
const StopItem = memo(function StopItem({ stop, number, from, onAsk, onWay }: StopItemProps) {
  return (
    <View role="listitem">
      {stop.legFromPrevious && <LegLine leg={stop.legFromPrevious} from={from} to={stop} onWay={onWay} />}
      <View style={styles.stop}>
        <StopCard stop={stop} number={number} onAsk={onAsk} />
      </View>
    </View>
  );
});

const legIcons = { walk: 'walk', transit: 'transit', car: 'car' } as const satisfies Record<string, IconName>;

interface LegLineProps {
  leg: Leg;
  from: Named | undefined;
  to: Named | undefined;
  onWay: (way: Way) => void;
}

/** A way, which opens in an app of maps. */
function LegLine({ leg, from, to, onWay }: LegLineProps) {
  const { t } = useTranslation();
  const { duration } = useSpans();
  const colours = useColours();
  const parts = [
    t(`plan.leg.${leg.mode}`, { duration: duration(leg.minutes) }),
    formatMeters(leg.meters),
    ...(leg.estimated ? [t('plan.leg.estimated')] : []),
  ];
  const line = <SideLine icon={legIcons[leg.mode]} text={parts.join(' · ')} leads={to !== undefined} />;
  if (!to) return line;
  return (
    <Pressable
      role="button"
      aria-label={t('plan.maps.open', { leg: parts.join(', '), to: to.name })}
      onPress={() => onWay({ from, to, mode: leg.mode })}
      style={({ pressed }) => [styles.leg, pressed && { backgroundColor: colours.sunken }]}
    >
      {line}
    </Pressable>
  );
}

/** What lies between stops, hung on the line that leads through the day. */
function SideLine({ icon, text, leads = false }: { icon: IconName; text: string; leads?: boolean }) {
  const colours = useColours();
  return (
    <View style={styles.side}>
      <View style={[styles.thread, { borderColor: colours.line }]} />
      <Icon name={icon} size={18} colour="quiet" />
      <Text as="small" colour="quiet" style={styles.text}>
        {text}
      </Text>
      {leads && <Icon name="next" size={16} colour="quiet" />}
    </View>
  );
}

export function DayWeather({ weather }: { weather: Weather }) {
  const { t } = useTranslation();
  const { text, icon } = useWeatherWords(weather);
  return (
    <View style={styles.weather}>
      <Icon name={icon} size={18} colour="quiet" />
      <Text as="small" colour="quiet" style={styles.text}>
        {weather.kind === 'unknown' ? t('plan.day.weatherUnknown') : text}
      </Text>
    </View>
  );
}

function useWeatherWords(weather: Weather): { text: string; icon: IconName } {
  const { t } = useTranslation();
  const [rainAt] = rainHours(weather);
  const rains = rainAt !== undefined;
  const words = [
    ...(weather.lowC !== undefined && weather.highC !== undefined
      ? [t('plan.day.temperatures', { low: Math.round(weather.lowC), high: Math.round(weather.highC) })]
      : []),
    ...(weather.rainDays !== undefined
      ? [t('plan.day.rainDays', { count: Math.round(weather.rainDays) })]
      : []),
    ...(rains ? [t('plan.day.rain', { from: rainAt })] : []),
  ];
  const kind = weather.kind === 'forecast' ? t('plan.day.forecast') : t('plan.day.climate');
  const icon =
    weather.kind === 'unknown' ? 'question' : rains ? 'rain' : weather.kind === 'forecast' ? 'sun' : 'cloud';
  return { text: `${kind}: ${words.join(' · ')}`, icon };
}

const styles = StyleSheet.create({
  day: { gap: space.m },
  stop: { paddingVertical: space.xs },
  side: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.s,
    minHeight: touch,
    paddingLeft: space.l + 19,
    paddingRight: space.l,
  },
  leg: { borderRadius: radius.m },
  thread: { borderLeftWidth: 2, borderStyle: 'dotted', alignSelf: 'stretch', marginRight: space.l },
  text: { flex: 1 },
  weather: { flexDirection: 'row', gap: space.s, alignItems: 'center', borderRadius: radius.m },
});
