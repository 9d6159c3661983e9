import { useState } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';

import type { Currency } from '@/api/types';
import { language, useTranslation } from '@/i18n';
import { formatMoney } from '@/i18n/format';
import { Button, Field, Icon, pressedBySpace, Sheet, space, Text, touch, useColours } from '@/ui';
import { currencies, currencyName } from './currencies';
import { amountIn } from './form';
import type { FieldsProps } from './FormScreen';
import { Section } from './parts';

export function BudgetField({ form: { budget, currency }, change, problem }: FieldsProps) {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  const amount = amountIn(budget);
  return (
    <Section title={t('draft.budget.title')}>
      <Field
        label={t('draft.budget.label', { currency: currencyName(currency, language()) })}
        hint={
          amount === null
            ? t('draft.budget.hint')
            : t('draft.budget.of', { money: formatMoney({ amount, currency }) })
        }
        problem={problem('budget')}
        value={budget}
        onChangeText={(text) => change({ budget: text })}
        inputMode="decimal"
        maxLength={24}
      />
      <Button
        kind="soft"
        icon="money"
        label={t('draft.budget.currency', { currency })}
        onPress={() => open(true)}
      />
      <Sheet title={t('draft.budget.choose')} open={isOpen} onClose={() => open(false)}>
        {isOpen && (
          <Currencies
            chosen={currency}
            onChoose={(one) => {
              open(false);
              change({ currency: one });
            }}
          />
        )}
      </Sheet>
    </Section>
  );
}

interface CurrenciesProps {
  chosen: Currency;
  onChoose: (currency: Currency) => void;
}

function Currencies({ chosen, onChoose }: CurrenciesProps) {
  const { t } = useTranslation();
  const colours = useColours();
  const [text, setText] = useState('');
  const spoken = language();
  const word = text.trim().toLowerCase();
  const found = currencies
    .map((code) => ({ code, name: currencyName(code, spoken) }))
    .filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(word));
  return (
    <>
      <Field label={t('draft.budget.find')} value={text} onChangeText={setText} autoCorrect={false} />
      <View role="radiogroup" aria-label={t('draft.budget.choose')}>
        {found.map(({ code, name }) => (
          <Pressable
            key={code}
            role="radio"
            aria-checked={code === chosen}
            aria-label={`${code} ${name}`}
            onPress={() => onChoose(code)}
            {...pressedBySpace(() => onChoose(code))}
            style={({ pressed }) => [styles.currency, pressed && { backgroundColor: colours.sunken }]}
          >
            <Text as="strong" style={styles.code}>
              {code}
            </Text>
            <Text style={styles.name}>{name === code ? '' : name}</Text>
            {code === chosen && <Icon name="check" colour="accent" />}
          </Pressable>
        ))}
      </View>
    </>
  );
}

const styles = StyleSheet.create({
  currency: { flexDirection: 'row', alignItems: 'center', gap: space.m, minHeight: touch },
  code: { width: 52 },
  name: { flex: 1 },
});
