import { useTranslation } from '@/i18n';
import { Screen } from '@/ui';

export function FilmScreen(_props: { id: string }) {
  const { t } = useTranslation();
  return (
    <Screen title={t('film.title')} up="/film">
      {null}
    </Screen>
  );
}
