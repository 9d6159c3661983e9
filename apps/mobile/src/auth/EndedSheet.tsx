import { usePathname } from 'expo-router';
import type { ReactNode } from 'react';

import { useTranslation } from '@/i18n';
import { Button, Text, UrgentSheet } from '@/ui';
import { placeOf } from './intended';
import { ProviderButtons } from './ProviderButtons';
import { useSession } from './SessionProvider';

/** Asks to sign in again where the session has ended, over what the traveller was doing in `children`. */
export function EndedSheet({ children }: { children: ReactNode }) {
  const { session, signOut } = useSession();
  const { t } = useTranslation();
  const path = usePathname();
  const isAsked = session.is === 'ended' || (session.is === 'leaving' && session.user !== null);
  return (
    <UrgentSheet
      title={t('auth.ended.title')}
      open={isAsked}
      onClose={() => void signOut()}
      around={children}
    >
      <Text colour="quiet">{t('auth.ended.body')}</Text>
      <ProviderButtons from={placeOf(path)} />
      <Button kind="plain" full label={t('auth.ended.leave')} onPress={() => void signOut()} />
    </UrgentSheet>
  );
}
