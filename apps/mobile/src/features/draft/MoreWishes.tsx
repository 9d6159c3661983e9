import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import { useTranslation } from '@/i18n';
import { Button, Card, Field, space, Text, useIsWide } from '@/ui';
import { BudgetField } from './BudgetField';
import { avoided, type Form, mostNotes, mostOfEach, nameOfMust, FieldsProps } from './form';
import { Choice, Section, Tags } from './parts';
import { PlaceSearch } from './PlaceSearch';

/** What not everybody asks for: folded away on a phone until it is wanted. */
export function MoreWishes(fields: FieldsProps) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const [isOpened, open] = useState(false);
  if (!isWide && !isOpened && !saysMore(fields)) {
    return <Button kind="soft" full icon="plus" label={t('draft.more.open')} onPress={() => open(true)} />;
  }
  const content = (
    <View style={styles.more}>
      <Musts {...fields} />
      <Avoid {...fields} />
      <BudgetField {...fields} />
      <Lodging {...fields} />
      <Notes {...fields} />
    </View>
  );
  return isWide ? <Card style={styles.card}>{content}</Card> : content;
}

function saysMore({ form, problem }: FieldsProps): boolean {
  const isSaid = (form: Form) =>
    form.musts.length > 0 ||
    avoided(form).length > 0 ||
    form.budget !== '' ||
    form.lodging !== null ||
    form.notes !== '';
  return (
    isSaid(form) || (['musts', 'avoid', 'budget', 'lodging', 'notes'] as const).some((one) => problem(one))
  );
}

function Musts({ form: { musts }, change, problem }: FieldsProps) {
  const { t } = useTranslation();
  const [isSearching, search] = useState(false);
  const add = (must: (typeof musts)[number]) => {
    search(false);
    const isThere = musts.some((one) => nameOfMust(one) === nameOfMust(must));
    if (!isThere) change({ musts: [...musts, must] });
  };
  return (
    <Section title={t('draft.musts.title')} problem={problem('musts')}>
      <Tags
        label={t('draft.musts.title')}
        items={musts.map(nameOfMust)}
        remove={(name) => t('draft.remove', { name })}
        onRemove={(index) => change({ musts: musts.filter((_, at) => at !== index) })}
      />
      <Button
        kind="soft"
        icon="search"
        label={t('draft.musts.add')}
        disabled={musts.length >= mostOfEach}
        onPress={() => search(true)}
      />
      <PlaceSearch
        title={t('draft.musts.add')}
        open={isSearching}
        onClose={() => search(false)}
        onPlace={({ placeId, name }) => add({ placeId, name })}
        onText={(text) => add({ text })}
      />
    </Section>
  );
}

function Avoid({ form, change, problem }: FieldsProps) {
  const { t } = useTranslation();
  const add = () => change({ avoid: avoided(form), avoidText: '' });
  return (
    <Section title={t('draft.avoid.title')}>
      <Tags
        label={t('draft.avoid.title')}
        items={form.avoid}
        remove={(name) => t('draft.remove', { name })}
        onRemove={(index) => change({ avoid: form.avoid.filter((_, at) => at !== index) })}
      />
      <Field
        label={t('draft.avoid.label')}
        hint={t('draft.avoid.hint')}
        problem={problem('avoid')}
        value={form.avoidText}
        onChangeText={(avoidText) => change({ avoidText })}
        onSubmitEditing={add}
        submitBehavior="submit"
        maxLength={100}
        returnKeyType="done"
      />
      {form.avoidText.trim() !== '' && (
        <Button kind="soft" icon="plus" label={t('draft.avoid.add')} onPress={add} />
      )}
    </Section>
  );
}

function Lodging({ form: { lodging }, change, problem }: FieldsProps) {
  const { t } = useTranslation();
  const [isSearching, search] = useState(false);
  return (
    <Section title={t('draft.lodging.title')} problem={problem('lodging')}>
      {lodging ? (
        <Choice
          icon="bed"
          label={t('draft.lodging.title')}
          value={lodging.name}
          onPress={() => search(true)}
          onClear={{
            label: t('draft.remove', { name: lodging.name }),
            press: () => change({ lodging: null }),
          }}
        />
      ) : (
        <Button kind="soft" icon="bed" label={t('draft.lodging.add')} onPress={() => search(true)} />
      )}
      <Text as="small" colour="quiet">
        {t('draft.lodging.hint')}
      </Text>
      <PlaceSearch
        title={t('draft.lodging.add')}
        open={isSearching}
        onClose={() => search(false)}
        onPlace={({ name, position }) => {
          search(false);
          change({ lodging: { name, position } });
        }}
      />
    </Section>
  );
}

function Notes({ form: { notes }, change, problem }: FieldsProps) {
  const { t } = useTranslation();
  const left = mostNotes - [...notes.normalize('NFC')].length;
  return (
    <Section title={t('draft.notes.title')}>
      <Field
        label={t('draft.notes.label')}
        hint={left <= 100 ? t('draft.notes.left', { count: left }) : t('draft.notes.hint')}
        problem={problem('notes')}
        value={notes}
        onChangeText={(text) => change({ notes: text })}
        multiline
      />
    </Section>
  );
}

const styles = StyleSheet.create({ more: { gap: space.xl }, card: { padding: space.xl } });
