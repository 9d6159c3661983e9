import { useMutation, useQuery } from '@tanstack/react-query';
import { Linking } from 'react-native';

import { useApi } from '@/api/client';
import { useTranslation } from '@/i18n';
import { askForPush, canPush, pushState } from '@/platform/push';
import { Button, FailedBanner, Text } from '@/ui';
import { registerForPush } from '../film/pushes';
import { Part } from './Part';

/** Whether this device is told of what happens while the app is closed. */
export function NotificationsPart() {
  const { t } = useTranslation();
  const api = useApi();
  const state = useQuery({
    queryKey: ['device', 'push'],
    queryFn: pushState,
    staleTime: 0,
    persister: undefined,
  });
  const ask = useMutation({
    mutationFn: async () => {
      if ((await askForPush()) === 'granted') await registerForPush(api);
    },
    onSettled: () => state.refetch(),
  });
  const told = canPush ? state.data : 'none';
  return (
    <Part title={t('me.push.title')}>
      {told && (
        <Text as="small" colour="quiet">
          {t(`me.push.${told}`)}
        </Text>
      )}
      {told === 'unasked' && (
        <Button
          kind="soft"
          icon="bell"
          label={t('me.push.ask')}
          busy={ask.isPending}
          onPress={() => ask.mutate()}
        />
      )}
      {(told === 'granted' || told === 'denied') && (
        <Button
          kind="soft"
          icon="bell"
          label={t('me.push.settings')}
          onPress={() => void Linking.openSettings()}
        />
      )}
      {ask.error && <FailedBanner error={ask.error} />}
    </Part>
  );
}
