import { StyleSheet, View } from 'react-native';

import type { Money, Plan } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatMoney } from '@/i18n/format';
import { Card, space, Text } from '@/ui';

export function CostsCard({ totals }: { totals: Plan['totals'] }) {
  const { t } = useTranslation();
  return (
    <Card>
      <Text as="label">{t('plan.totals.title')}</Text>
      <Line name={t('plan.totals.admission')} money={totals.admission} />
      {totals.inHomeCurrency && totals.inHomeCurrency.currency !== totals.admission.currency && (
        <Line name={t('plan.totals.inHomeCurrency')} money={totals.inHomeCurrency} />
      )}
      {totals.unpriced > 0 && (
        <Text as="small" colour="quiet">
          {t('plan.totals.unpriced', { count: totals.unpriced })}
        </Text>
      )}
    </Card>
  );
}

function Line({ name, money }: { name: string; money: Money }) {
  return (
    <View style={styles.line}>
      <Text as="small" colour="quiet">
        {name}
      </Text>
      <Text as="strong">{formatMoney(money)}</Text>
    </View>
  );
}

const styles = StyleSheet.create({
  line: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: space.m,
    alignItems: 'baseline',
  },
});
