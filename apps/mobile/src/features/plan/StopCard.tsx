import { Pressable, StyleSheet, View } from 'react-native';

import type { Stop } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatMoney } from '@/i18n/format';
import { Card, Icon, radius, space, Text, touch, useColours } from '@/ui';
import { checkNames, worthSaying } from './checks';
import { StopSign } from './StopSign';
import { verdictLooks, VerdictSign } from './VerdictMark';

export interface StopCardProps {
  stop: Stop;
  number: number;
  onAsk: (stop: Stop) => void;
}

export function StopCard({ stop, number, onAsk }: StopCardProps) {
  const { t } = useTranslation();
  return (
    <Card style={styles.card}>
      <View style={styles.head}>
        <StopSign stop={stop} />
        <View style={styles.words}>
          <Text as="small" colour="quiet">
            {t('plan.stop.visit', { arrive: stop.arrive, depart: stop.depart })}
          </Text>
          <Text as="strong" level={3}>
            {`${number}. ${stop.name}`}
          </Text>
          {stop.localName !== stop.name && (
            <Text as="small" colour="quiet">
              {stop.localName}
            </Text>
          )}
        </View>
        {stop.locked && (
          <View role="img" aria-label={t('plan.stop.locked')}>
            <Icon name="lock" size={18} colour="quiet" />
          </View>
        )}
      </View>
      <Text as="small">{stop.activity}</Text>
      {stop.picture && (
        <Text as="tiny" colour="quiet">
          {t('plan.stop.picture', { source: stop.picture.source })}
        </Text>
      )}
      <View style={styles.foot}>
        <Checks stop={stop} onAsk={onAsk} />
        {stop.cost && (
          <Text as="small" colour="quiet">
            {Number(stop.cost.amount) === 0
              ? t('plan.stop.free')
              : t('plan.stop.cost', { money: formatMoney(stop.cost) })}
          </Text>
        )}
      </View>
    </Card>
  );
}

/** The four checks as quiet signs; together they open to what is known. */
function Checks({ stop, onAsk }: Pick<StopCardProps, 'stop' | 'onAsk'>) {
  const { t } = useTranslation();
  const colours = useColours();
  const doubts = worthSaying(stop.checks);
  const [worst] = doubts;
  const summary =
    doubts.length === 0
      ? t('plan.check.allPass')
      : doubts
          .map(({ name, verdict }) => `${t(`plan.check.${name}`)} · ${t(`plan.check.${verdict}`)}`)
          .join(', ');
  return (
    <Pressable
      role="button"
      aria-label={t('plan.check.all', { place: stop.name, summary })}
      onPress={() => onAsk(stop)}
      style={({ pressed }) => [styles.checks, pressed && { backgroundColor: colours.sunken }]}
    >
      {checkNames.map((name) => (
        <VerdictSign key={name} verdict={stop.checks[name].verdict} size={20} />
      ))}
      {worst && (
        <Text as="tiny" colour={verdictLooks[worst.verdict].colour}>
          {`${t(`plan.check.${worst.name}`)} · ${t(`plan.check.${worst.verdict}`)}`}
        </Text>
      )}
    </Pressable>
  );
}

const styles = StyleSheet.create({
  card: { gap: space.m, paddingBottom: space.s },
  head: { flexDirection: 'row', gap: space.m },
  words: { flex: 1 },
  foot: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: space.m,
    minHeight: touch,
  },
  checks: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.xs + 2,
    minHeight: touch,
    paddingHorizontal: space.s,
    marginLeft: -space.s,
    borderRadius: radius.round,
  },
});
