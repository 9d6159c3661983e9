import { View } from 'react-native';

import { codeOf } from '@/api/problem';
import type { Plan } from '@/api/types';
import { useTranslation } from '@/i18n';
import { useTyped } from '@/offline/useTyped';
import { Banner, Button, FailedBanner, Field, Sheet, space, Text } from '@/ui';
import { usePlanChanges } from './changes';

interface Props {
  plan: Plan;
  open: boolean;
  onClose: () => void;
}

/** By which names what is typed there is kept. */
export const tripTexts = (id: string) => ({ title: `trip.${id}.title`, notes: `trip.${id}.notes` });

/** The name of a trip and what the traveller notes about it. */
export function TripSheet({ plan, open, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('plan.trip.title')} open={open} onClose={onClose}>
      {open && <Form plan={plan} onClose={onClose} />}
    </Sheet>
  );
}

/** What is typed stays, whatever becomes of the plan meanwhile. */
function Form({ plan, onClose }: Omit<Props, 'open'>) {
  const { t } = useTranslation();
  const { change } = usePlanChanges(plan.id);
  const texts = tripTexts(plan.id);
  const planNotes = plan.notes ?? '';
  const title = useTyped(texts.title, { begin: plan.title });
  const notes = useTyped(texts.notes, { begin: planNotes });
  const [typedTitle, typedNotes] = [title.text.trim(), notes.text.trim()];
  const noName = typedTitle === '';
  // The tag that a change names is that of the plan as it was read last, which is not always what was begun from.
  const theirs =
    codeOf(change.error) === 'precondition_failed' ||
    isOther(plan.title, title.begun, typedTitle) ||
    isOther(planNotes, notes.begun, typedNotes);
  function save() {
    change.mutate(
      {
        ...(typedTitle === title.begun ? {} : { title: typedTitle }),
        ...(typedNotes === notes.begun ? {} : { notes: typedNotes === '' ? null : typedNotes }),
      },
      { onSuccess: onClose },
    );
  }
  return (
    <>
      <Field
        label={t('plan.trip.name')}
        value={title.text}
        onChangeText={title.change}
        maxLength={200}
        problem={noName ? t('plan.trip.noName') : undefined}
      />
      <Field
        label={t('plan.trip.notes')}
        hint={t('plan.trip.notesHint', { count: 500 })}
        value={notes.text}
        onChangeText={notes.change}
        maxLength={500}
        multiline
      />
      {theirs && (
        <Banner
          icon="warning"
          tone="warn"
          text={t('plan.trip.theirs', { title: plan.title, notes: plan.notes ?? '–' })}
        />
      )}
      {change.error && !theirs && <FailedBanner error={change.error} />}
      <Button
        full
        label={t(theirs ? 'plan.trip.saveAnyway' : 'plan.trip.save')}
        busy={change.isPending}
        disabled={noName}
        onPress={save}
      />
    </>
  );
}

/** Whether somebody else has changed a text since it was begun from: to what is not typed here, too. */
function isOther(now: string, begun: string, typed: string): boolean {
  return now !== begun && now !== typed;
}

/** Deleting a trip, and what that means. */
export function DeleteSheet({ plan, open, onClose, onGone }: Props & { onGone: () => void }) {
  const { t } = useTranslation();
  const { remove } = usePlanChanges(plan.id);
  const theirs = codeOf(remove.error) === 'precondition_failed';
  return (
    <Sheet title={t('plan.delete.title')} open={open} onClose={onClose}>
      <Text>{t('plan.delete.means', { title: plan.title })}</Text>
      {theirs && <Banner icon="warning" tone="warn" text={t('plan.delete.theirs')} />}
      {remove.error && !theirs && <FailedBanner error={remove.error} />}
      <View style={{ gap: space.s }}>
        <Button
          full
          kind="danger"
          icon="trash"
          label={t('plan.delete.do')}
          busy={remove.isPending}
          onPress={() => remove.mutate(undefined, { onSuccess: onGone })}
        />
        <Button full kind="soft" label={t('plan.delete.keep')} onPress={onClose} />
      </View>
    </Sheet>
  );
}
