import { Fragment } from 'react';
import { StyleSheet, View } from 'react-native';

import type { Day, Leg, Stop, Weather } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatMeters, useSpans } from '@/i18n/format';
import { Icon, type IconName, radius, space, Text, useColours } from '@/ui';
import { momentsOf } from './days';
import { StopCard } from './StopCard';

export interface DayViewProps {
  day: Day;
  /** The traveller wants to know what is known about a stop. */
  onAsk: (stop: Stop) => void;
}

/** A day as it is lived: its weather, its stops and the ways between them. */
export function DayView({ day, onAsk }: DayViewProps) {
  const { t } = useTranslation();
  return (
    <View style={styles.day}>
      <DayWeather weather={day.weather} />
      {day.stops.length === 0 && <Text colour="quiet">{t('plan.day.empty')}</Text>}
      <View role="list">
        {momentsOf(day).map((moment) =>
          moment.is === 'stop' ? (
            <Fragment key={moment.stop.id}>
              {moment.stop.legFromPrevious && <LegLine leg={moment.stop.legFromPrevious} />}
              <View role="listitem" style={styles.stop}>
                <StopCard stop={moment.stop} number={moment.number} onAsk={onAsk} />
              </View>
            </Fragment>
          ) : (
            <SideLine
              key={moment.kind}
              icon="clock"
              text={`${moment.from}–${moment.to} · ${t(`plan.day.${moment.kind}`)}`}
            />
          ),
        )}
        {day.legToLodging && (
          <>
            <LegLine leg={day.legToLodging} />
            <SideLine icon="bed" text={t('plan.day.toLodging')} />
          </>
        )}
      </View>
    </View>
  );
}

const legIcons = { walk: 'walk', transit: 'transit', car: 'car' } as const satisfies Record<string, IconName>;

export function LegLine({ leg }: { leg: Leg }) {
  const { t } = useTranslation();
  const { duration } = useSpans();
  const parts = [
    t(`plan.leg.${leg.mode}`, { duration: duration(leg.minutes) }),
    formatMeters(leg.meters),
    ...(leg.estimated ? [t('plan.leg.estimated')] : []),
  ];
  return <SideLine icon={legIcons[leg.mode]} text={parts.join(' · ')} />;
}

/** What lies between stops, hung on the line that leads through the day. */
function SideLine({ icon, text }: { icon: IconName; text: string }) {
  const colours = useColours();
  return (
    <View style={styles.side}>
      <View style={[styles.thread, { borderColor: colours.line }]} />
      <Icon name={icon} size={18} colour="quiet" />
      <Text as="small" colour="quiet" style={styles.text}>
        {text}
      </Text>
    </View>
  );
}

function DayWeather({ weather }: { weather: Weather }) {
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
  const rains = (weather.rain ?? []).some(({ millimetres }) => millimetres >= 1);
  const words = [
    ...(weather.lowC !== undefined && weather.highC !== undefined
      ? [t('plan.day.temperatures', { low: Math.round(weather.lowC), high: Math.round(weather.highC) })]
      : []),
    ...(weather.rainDays !== undefined
      ? [t('plan.day.rainDays', { count: Math.round(weather.rainDays) })]
      : []),
    ...(rains ? [t('plan.day.rain')] : []),
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
    minHeight: 40,
    paddingLeft: space.l + 19,
    paddingRight: space.l,
  },
  thread: { borderLeftWidth: 2, borderStyle: 'dotted', alignSelf: 'stretch', marginRight: space.l },
  text: { flex: 1 },
  weather: { flexDirection: 'row', gap: space.s, alignItems: 'center', borderRadius: radius.m },
});
