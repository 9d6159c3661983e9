import { useMutation } from '@tanstack/react-query';
import { Linking } from 'react-native';

import { useTranslation } from '@/i18n';
import { canPush } from '@/platform/push';
import { Button, FailedBanner, Text } from '@/ui';
import { usePushChoice } from '../film/pushes';
import { Part } from './Part';

/** Whether this device is told of what happens while the app is closed. */
export function NotificationsPart() {
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
    </Part>
  );
}
