import { useState } from 'react';

import { language, useTranslation } from '@/i18n';
import { formatMoney } from '@/i18n/format';
import { Button, Field } from '@/ui';
import { currencyName } from './currencies';
import { CurrencySheet } from './CurrencySheet';
import { amountIn } from './form';
import type { FieldsProps } from './form';
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
      <CurrencySheet
        open={isOpen}
        onClose={() => open(false)}
        chosen={currency}
        onChoose={(one) => change({ currency: one })}
      />
    </Section>
  );
}
