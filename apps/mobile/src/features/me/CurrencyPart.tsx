import { useState } from 'react';

import type { Currency } from '@/api/types';
import { language, useTranslation } from '@/i18n';
import { prefer } from '@/offline/preferences';
import { Button, FailedBanner, Text } from '@/ui';
import { currencyName } from '../draft/currencies';
import { CurrencySheet } from '../draft/CurrencySheet';
import type { useAccount } from './account';
import { useAccountChange } from './account';
import { Part } from './Part';

/** The money that the traveller thinks in. */
export function CurrencyPart({ account: { data } }: { account: ReturnType<typeof useAccount> }) {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  const { mutate, error, isPending } = useAccountChange();
  const code = data?.homeCurrency;
  const choose = (homeCurrency: Currency) =>
    // A new trip begins with it, also without a network.
    mutate({ homeCurrency }, { onSuccess: () => void prefer('currency', homeCurrency) });
  return (
    <Part title={t('me.currency')}>
      <Text as="small" colour="quiet">
        {t('me.currencyMeans')}
      </Text>
      <Button
        kind="soft"
        icon="money"
        label={code ? t('me.currencyNow', { code, name: currencyName(code, language()) }) : '…'}
        disabled={!code}
        busy={isPending}
        onPress={() => open(true)}
      />
      {error && <FailedBanner error={error} />}
      {code && <CurrencySheet open={isOpen} onClose={() => open(false)} chosen={code} onChoose={choose} />}
    </Part>
  );
}
