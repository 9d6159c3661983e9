import { useRouter } from 'expo-router';

import { useTranslation } from '@/i18n';
import { Button, Notice, Screen } from '@/ui';

export default function NotFound() {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <Screen title={t('common.notFound.title')}>
      <Notice icon="pin" title={t('common.notFound.title')} body={t('common.notFound.body')}>
        <Button label={t('common.notFound.home')} onPress={() => router.replace('/')} />
      </Notice>
    </Screen>
  );
}
