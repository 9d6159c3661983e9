import { StyleSheet, View } from 'react-native';

import type { Infeasible, Wish } from '@/api/types';
import { useTranslation } from '@/i18n';
import { Button, Card, Icon, Screen, space, Text } from '@/ui';
import { fieldAt, type Form, nameOfMust } from './form';
import { relaxed } from './relax';

export interface InfeasibleScreenProps {
  infeasible: Infeasible;
  wish: Wish;
  form: Form;
  /** Asks for what is left after one of the relaxations. */
  onRelax: (wish: Wish) => void;
  onRecall: () => void;
}

/** Why there is no such trip, and what to change for there to be one. */
export function InfeasibleScreen({ infeasible, wish, form, onRelax, onRecall }: InfeasibleScreenProps) {
  const { t } = useTranslation();
  const ways = infeasible.relaxations.flatMap(({ detail, patch }) => {
    const changed = relaxed(wish, patch);
    return changed ? [{ detail, changed }] : [];
  });
  return (
    <Screen title={t('draft.infeasible.title')} up="/">
      <View role="alert" style={styles.part}>
        <Text colour="quiet">{t('draft.infeasible.body')}</Text>
        {infeasible.conflicts.map((conflict, index) => (
          <Card key={index} style={styles.conflict}>
            <Icon name="warning" colour="fail" />
            <View style={styles.words}>
              <Text as="strong">{t(`draft.conflict.${conflict.kind}`)}</Text>
              <Text>{conflict.detail}</Text>
              <Parts pointers={conflict.pointers} form={form} />
            </View>
          </Card>
        ))}
      </View>
      <View style={styles.part}>
        {ways.length > 0 && (
          <Text as="heading" level={2}>
            {t('draft.infeasible.ways')}
          </Text>
        )}
        {ways.map(({ detail, changed }, index) => (
          <Button
            key={index}
            full
            kind={index === 0 ? 'primary' : 'soft'}
            icon="wand"
            label={detail}
            onPress={() => onRelax(changed)}
          />
        ))}
        {ways.length === 0 && <Text colour="quiet">{t('draft.infeasible.noWay')}</Text>}
        <Button
          kind={ways.length === 0 ? 'primary' : 'plain'}
          full
          icon="edit"
          label={t('draft.infeasible.recall')}
          onPress={onRecall}
        />
      </View>
    </Screen>
  );
}

/** The wishes that are in each other's way. */
function Parts({ pointers, form }: { pointers: readonly string[]; form: Form }) {
  const { t } = useTranslation();
  const names = pointers.flatMap((pointer) => {
    const field = fieldAt(pointer);
    if (!field) return [];
    const index = Number(pointer.split('/')[2]);
    const must = field === 'musts' ? form.musts[index] : undefined;
    const avoid = field === 'avoid' ? form.avoid[index] : undefined;
    const item = must ? nameOfMust(must) : avoid;
    const name = t(`draft.field.${field}`);
    return [item ? `${name}: ${item}` : name];
  });
  return (
    <Text as="small" colour="quiet">
      {[...new Set(names)].join(' · ')}
    </Text>
  );
}

const styles = StyleSheet.create({
  part: { gap: space.m },
  conflict: { flexDirection: 'row', gap: space.m },
  words: { flex: 1, gap: space.xs },
});
