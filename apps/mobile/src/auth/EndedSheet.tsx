import { usePathname } from 'expo-router';

import { useTranslation } from '@/i18n';
import { Button, Sheet, Text } from '@/ui';
import { ProviderButtons } from './ProviderButtons';
import { useSession } from './SessionProvider';

/** Asks to sign in again where the session has ended, over what the traveller was doing. */
export function EndedSheet() {
  const { session, signOut } = useSession();
  const { t } = useTranslation();
  const path = usePathname();
  const isAsked = session.is === 'ended' || (session.is === 'leaving' && session.user !== null);
  return (
    <Sheet title={t('auth.ended.title')} open={isAsked} onClose={() => void signOut()}>
      <Text colour="quiet">{t('auth.ended.body')}</Text>
      <ProviderButtons from={path} />
      <Button kind="plain" full label={t('auth.ended.leave')} onPress={() => void signOut()} />
    </Sheet>
  );
}
