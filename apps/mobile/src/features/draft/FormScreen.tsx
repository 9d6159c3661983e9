import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import type { Wish } from '@/api/types';
import { language, useTranslation } from '@/i18n';
import { Button, Chip, Chips, Screen, space, Stepper, Text, useIsWide } from '@/ui';
import { today } from '../plan/days';
import {
  type Faults,
  type FieldName,
  type FieldsProps,
  faultsOf,
  type Form,
  mostPeople,
  paces,
  wishOf,
} from './form';
import { interests } from './interests';
import { MoreWishes } from './MoreWishes';
import { Section } from './parts';
import { useSentence } from './sentence';
import { WhenField } from './WhenField';
import { WhereField } from './WhereField';

export interface FormScreenProps {
  form: Form;
  /** What the back end has found wrong with it. */
  refused: Faults;
  onType: (form: Form) => void;
  onAsk: (wish: Wish) => void;
}

export function FormScreen({ form, refused, onType, onAsk }: FormScreenProps) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const [isTried, setTried] = useState(false);
  const sentence = useSentence(form);
  const faults: Faults = { ...refused, ...(isTried ? faultsOf(form, today()) : {}) };
  const problem = (field: FieldName) => {
    const fault = faults[field];
    return fault && t(`draft.fault.${fault}`);
  };
  const first = (Object.keys(faults) as FieldName[])[0];
  const fields = { form, problem, change: (part: Partial<Form>) => onType({ ...form, ...part }) };

  const ask = () => {
    setTried(true);
    if (Object.keys(faultsOf(form, today())).length === 0) onAsk(wishOf(form, language()));
  };
  return (
    <Screen
      title={t('draft.title')}
      up="/"
      aside={<MoreWishes {...fields} />}
      foot={
        <View style={isWide && styles.foot}>
          <Text
            as="small"
            colour={first ? 'fail' : 'quiet'}
            role={first ? 'alert' : 'status'}
            style={styles.sentence}
          >
            {first ? problem(first) : sentence}
          </Text>
          <Button full={!isWide} icon="sparkle" label={t('draft.ask')} onPress={ask} />
        </View>
      }
    >
      <View style={styles.form}>
        <WhereField {...fields} />
        <WhenField {...fields} />
        <Who {...fields} />
        <Liking {...fields} />
      </View>
    </Screen>
  );
}

function Who({ form, change, problem }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('draft.who.title')} problem={problem('party')}>
      <Stepper
        label={t('draft.who.adults')}
        fewer={t('draft.who.fewerAdults')}
        more={t('draft.who.moreAdults')}
        value={form.adults}
        least={0}
        most={mostPeople}
        onChange={(adults) => change({ adults })}
      />
      <Stepper
        label={t('draft.who.children')}
        fewer={t('draft.who.fewerChildren')}
        more={t('draft.who.moreChildren')}
        value={form.children}
        least={0}
        most={mostPeople}
        onChange={(children) => change({ children })}
      />
    </Section>
  );
}

function Liking({ form, change, problem }: FieldsProps) {
  const { t } = useTranslation();
  const toggle = (one: string) =>
    change({
      interests: form.interests.includes(one)
        ? form.interests.filter((other) => other !== one)
        : [...form.interests, one],
    });
  return (
    <>
      <Section title={t('draft.pace.title')} problem={problem('pace')}>
        <Chips label={t('draft.pace.title')} role="radiogroup">
          {paces.map((pace) => (
            <Chip
              key={pace}
              role="radio"
              label={t(`draft.pace.${pace}`)}
              chosen={form.pace === pace}
              onPress={() => change({ pace })}
            />
          ))}
        </Chips>
        <Text as="small" colour="quiet">
          {t(`draft.paceHint.${form.pace}`)}
        </Text>
      </Section>
      <Section title={t('draft.interests.title')} problem={problem('interests')}>
        <Chips label={t('draft.interests.title')}>
          {interests.map(({ code, icon }) => (
            <Chip
              key={code}
              icon={icon}
              label={t(`draft.interest.${code}`)}
              chosen={form.interests.includes(code)}
              onPress={() => toggle(code)}
            />
          ))}
        </Chips>
      </Section>
    </>
  );
}

const styles = StyleSheet.create({
  form: { gap: space.xxl },
  foot: { flexDirection: 'row', alignItems: 'center', gap: space.l },
  sentence: { flex: 1, paddingBottom: space.xs },
});
