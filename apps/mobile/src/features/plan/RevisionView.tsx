import { StyleSheet, View } from 'react-native';

import { codeOf } from '@/api/problem';
import type { Change, Revision, Stop } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatDay, useSpans } from '@/i18n/format';
import { Banner, Button, Card, FailedBanner, Icon, type IconName, type Palette, space, Text } from '@/ui';
import { worthSaying } from './checks';
import { minutesBetween } from './days';
import { byDay, changedParts, counted } from './differences';
import { VerdictMark, VerdictSign } from './VerdictMark';

/** What a proposal would change, day by day, and what the trip would come to. */
export function RevisionView({ revision: { instruction, diff, proposal } }: { revision: Revision }) {
  const { t } = useTranslation();
  return (
    <>
      <View style={styles.head}>
        <Text as="heading" level={2}>
          {instruction ?? t('plan.revise.ours')}
        </Text>
        <Text colour="quiet">
          {counted(diff)
            .map(({ op, count }) => t(`plan.revise.count.${op}`, { count }))
            .join(' · ')}
        </Text>
        <Text as="label">{t('plan.revise.then')}</Text>
        <VerdictMark verdict={proposal.certificate.verdict} />
      </View>
      {byDay(diff).map(({ date, changes }) => (
        <View key={date} style={styles.day}>
          <Text as="label" level={3}>
            {formatDay(date)}
          </Text>
          <View role="list" style={styles.day}>
            {changes.map((change) => (
              <View role="listitem" key={`${change.op} ${change.stopId}`}>
                <ChangeCard change={change} />
              </View>
            ))}
          </View>
        </View>
      ))}
    </>
  );
}

interface Doing {
  isPending: boolean;
  error: Error | null;
}

export interface AnswerProps {
  revision: Revision;
  accepting: Doing;
  asking: Doing;
  onAccept: () => void;
  /** The traveller wants the same of the plan as it has become. */
  onAgain: (body: { instruction: string }) => void;
  onLeave: () => void;
}

/** What becomes of a proposal: taken, left, or, where the trip has changed since, made anew. */
export function Answer({ revision, accepting, asking, onAccept, onAgain, onLeave }: AnswerProps) {
  const { t } = useTranslation();
  const { instruction } = revision;
  const isStale = codeOf(accepting.error) === 'precondition_failed';
  return (
    <>
      {isStale && <Banner tone="warn" icon="warning" text={t('plan.revise.stale')} />}
      {accepting.error && !isStale && <FailedBanner error={accepting.error} />}
      {asking.error && <FailedBanner error={asking.error} />}
      <View style={styles.doing}>
        {!isStale && (
          <Button
            icon="check"
            label={t('plan.revise.accept')}
            busy={accepting.isPending}
            onPress={onAccept}
          />
        )}
        {isStale && instruction !== undefined && (
          <Button
            icon="wand"
            label={t('plan.revise.againOnTheirs')}
            busy={asking.isPending}
            onPress={() => onAgain({ instruction })}
          />
        )}
        <Button kind="soft" label={t('plan.revise.leave')} onPress={onLeave} />
      </View>
    </>
  );
}

const looks: Record<Change['op'], { icon: IconName; colour: keyof Palette }> = {
  add: { icon: 'plus', colour: 'accent' },
  remove: { icon: 'minus', colour: 'fail' },
  move: { icon: 'drag', colour: 'text' },
  change: { icon: 'clock', colour: 'text' },
};

function ChangeCard({ change: { op, before, after } }: { change: Change }) {
  const { t } = useTranslation();
  const { icon, colour } = looks[op];
  const stop = after ?? before;
  if (!stop) return null;
  return (
    <Card style={styles.card}>
      <Icon name={icon} size={20} colour={colour} />
      <View style={styles.words}>
        <Text as="label" colour={colour}>
          {t(`plan.revise.op.${op}`)}
        </Text>
        <Text as="strong" style={op === 'remove' && styles.gone}>
          {stop.name}
        </Text>
        {op === 'remove' && before && <Times label={t('plan.revise.before')} stop={before} />}
        {op === 'add' && after && <Times label={t('plan.revise.after')} stop={after} />}
        {(op === 'move' || op === 'change') && before && after && (
          <>
            <Times label={t('plan.revise.before')} stop={before} quiet />
            <Times label={t('plan.revise.after')} stop={after} />
            {changedParts(before, after).includes('activity') && <Text as="small">{after.activity}</Text>}
          </>
        )}
      </View>
    </Card>
  );
}

/** When a stop is, how long, and, unless this is quiet, what is not good about it then. */
function Times({ label, stop, quiet = false }: { label: string; stop: Stop; quiet?: boolean }) {
  const { t } = useTranslation();
  const { duration } = useSpans();
  const [worst] = worthSaying(stop.checks);
  return (
    <View style={styles.times}>
      <Text as="small" colour="quiet">
        {`${label} ${t('plan.stop.visit', { arrive: stop.arrive, depart: stop.depart })} · ${duration(minutesBetween(stop.arrive, stop.depart))}`}
      </Text>
      {worst && !quiet && (
        <>
          <VerdictSign verdict={worst.verdict} size={16} />
          <Text as="tiny" colour="quiet">
            {`${t(`plan.check.${worst.name}`)} · ${t(`plan.check.${worst.verdict}`)}`}
          </Text>
        </>
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  day: { gap: space.s },
  card: { flexDirection: 'row', gap: space.m },
  words: { flex: 1, gap: space.hair },
  gone: { textDecorationLine: 'line-through' },
  times: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', gap: space.xs },
  doing: { flexDirection: 'row', flexWrap: 'wrap', gap: space.s },
  head: { gap: space.xs },
});
