import { useRouter } from 'expo-router';

import { useTranslation } from '@/i18n';
import { Button, Notice, Screen } from '@/ui';

export function FilmsScreen() {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <Screen title={t('film.title')}>
      <Notice icon="film" title={t('film.emptyTitle')} body={t('film.emptyBody')}>
        <Button icon="plus" label={t('film.new')} onPress={() => router.push('/film/new')} />
      </Notice>
    </Screen>
  );
}
