import { useTranslation } from '@/i18n';
import { Screen } from '@/ui';

export function NewFilmScreen() {
  const { t } = useTranslation();
  return (
    <Screen title={t('film.new')} up="/film">
      {null}
    </Screen>
  );
}
