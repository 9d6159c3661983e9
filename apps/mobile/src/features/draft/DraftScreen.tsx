import { useTranslation } from '@/i18n';
import { Screen } from '@/ui';

export function DraftScreen() {
  const { t } = useTranslation();
  return (
    <Screen title={t('draft.title')} up="/">
      {null}
    </Screen>
  );
}
