import { useState } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';

import type { Currency } from '@/api/types';
import { language, useTranslation } from '@/i18n';
import { Field, Icon, pressedBySpace, Sheet, space, Text, touch, useColours } from '@/ui';
import { currencies, currencyName } from './currencies';

export interface CurrencySheetProps extends CurrenciesProps {
  open: boolean;
  onClose: () => void;
}

/** One currency of all that can be paid with, found by its code or its name. */
export function CurrencySheet({ open, onClose, chosen, onChoose }: CurrencySheetProps) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('draft.budget.choose')} open={open} onClose={onClose}>
      {open && (
        <Currencies
          chosen={chosen}
          onChoose={(one) => {
            onClose();
            onChoose(one);
          }}
        />
      )}
    </Sheet>
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
            <Text whole as="strong" style={styles.code}>
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
  code: { minWidth: 52, flexShrink: 0 },
  name: { flex: 1 },
});
