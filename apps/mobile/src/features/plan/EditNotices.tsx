import { StyleSheet, View } from 'react-native';

import { codeOf, NoAnswer } from '@/api/problem';
import type { Plan } from '@/api/types';
import { useTranslation } from '@/i18n';
import { useProblemText } from '@/i18n/problemText';
import { Banner, Button, space } from '@/ui';
import type { Edit } from './edits';
import { type DayEdit, EditLeft, EditLost, type Edits } from './useEdits';

/** Beside the day that is changed: what was not done and why, or what was done last. */
export function EditNotices({ plan, edits }: { plan: Plan; edits: Edits }) {
  const { failed, said, isBusy } = edits;
  if (failed) return <NotDone failed={failed} edits={edits} />;
  return said && !isBusy ? <Done plan={plan} said={said} /> : null;
}

function Done({ plan, said: { date, edit, place } }: { plan: Plan; said: DayEdit }) {
  const { t } = useTranslation();
  const stops = plan.days.find((day) => day.date === date)?.stops ?? [];
  const number = 'id' in edit ? stops.findIndex(({ id }) => id === edit.id) + 1 : 0;
  const text = t(`plan.edit.done.${kindOf(edit)}`, { place, number });
  return <Banner icon="check" text={text} />;
}

function NotDone({
  failed: { error, edits: missed },
  edits,
}: {
  failed: NonNullable<Edits['failed']>;
  edits: Edits;
}) {
  const { t } = useTranslation();
  const { text } = useProblemText(error);
  const what = missed.map(({ edit, place }) => t(`plan.edit.wanted.${kindOf(edit)}`, { place })).join(' ');
  const theirs = codeOf(error) === 'precondition_failed';
  const isOffline = error instanceof NoAnswer;
  const isLeft = error instanceof EditLeft;
  const why =
    error instanceof EditLost
      ? t('plan.edit.lost')
      : isLeft
        ? t('plan.edit.left')
        : theirs
          ? t('plan.edit.theirs')
          : isOffline
            ? t('plan.edit.offline')
            : text;
  return (
    <View style={styles.notice}>
      <Banner tone="fail" icon={isOffline ? 'offline' : 'warning'} text={`${why} ${what}`} />
      <View style={styles.doing}>
        {!(error instanceof EditLost) && (
          <Button
            kind="soft"
            icon="again"
            label={t(theirs || isLeft ? 'plan.edit.anyway' : 'common.action.retry')}
            onPress={edits.again}
          />
        )}
        <Button kind="plain" label={t('plan.edit.leave')} onPress={edits.forget} />
      </View>
    </View>
  );
}

/** Moving is moving, however it was asked for. */
function kindOf({ do: kind }: Edit) {
  return kind === 'step' ? 'move' : kind;
}

const styles = StyleSheet.create({
  notice: { gap: space.s },
  doing: { flexDirection: 'row', flexWrap: 'wrap', gap: space.s },
});
