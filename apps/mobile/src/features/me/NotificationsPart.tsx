import { useMutation } from '@tanstack/react-query';
import { Linking } from 'react-native';

import { type Language, language as spoken, useTranslation } from '@/i18n';
import { canPush } from '@/platform/push';
import { Button, FailedBanner, Text } from '@/ui';
import { usePushChoice } from '../film/pushes';
import { type useAccount, useAccountChange } from './account';
import { ownNames } from './LanguagePart';
import { Part } from './Part';

/** Whether this device is told of what happens while the app is closed. */
export function NotificationsPart({ account }: { account: ReturnType<typeof useAccount> }) {
  const { t } = useTranslation();
  const { state, again, turnOn, turnOff } = usePushChoice();
  const turn = useMutation({
    mutationFn: async (on: boolean) => {
      if (on) await turnOn();
      else await turnOff();
    },
    onSettled: again,
  });
  const told = canPush ? state : 'none';
  return (
    <Part title={t('me.push.title')}>
      {told && (
        <Text as="small" colour="quiet" aria-live="polite">
          {t(`me.push.${told}`)}
        </Text>
      )}
      {(told === 'unasked' || told === 'off') && (
        <Button
          kind="soft"
          icon="bell"
          label={t('me.push.ask')}
          busy={turn.isPending}
          onPress={() => turn.mutate(true)}
        />
      )}
      {told === 'granted' && (
        <Button
          kind="soft"
          icon="bell"
          label={t('me.push.stop')}
          busy={turn.isPending}
          onPress={() => turn.mutate(false)}
        />
      )}
      {told === 'denied' && (
        <Button
          kind="soft"
          icon="bell"
          label={t('me.push.settings')}
          onPress={() => void Linking.openSettings()}
        />
      )}
      {turn.error && <FailedBanner error={turn.error} />}
      <SentLanguage sent={account.data?.locale} />
    </Part>
  );
}

/** Where Oddiya writes in another language than this device's app speaks, which it is. */
function SentLanguage({ sent }: { sent: string | undefined }) {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useAccountChange();
  if (sent === undefined || sent === spoken()) return null;
  return (
    <>
      <Text as="small" colour="quiet">
        {t('me.languageSent', { language: ownNames[sent as Language] ?? sent })}
      </Text>
      <Button
        kind="soft"
        label={t('me.languageSend', { language: ownNames[spoken()] })}
        busy={isPending}
        onPress={() => mutate({ locale: spoken() })}
      />
      {error && <FailedBanner error={error} />}
    </>
  );
}
