import { useMutation } from '@tanstack/react-query';
import { View } from 'react-native';

import { useTranslation } from '@/i18n';
import { canPush } from '@/platform/push';
import { Banner, Button, space, Text } from '@/ui';
import { usePushChoice } from './pushes';

/** How one gets to know that a film is ready: by a push, for those who want one, and by the list in any case. */
export function PushOffer() {
  const { t } = useTranslation();
  const { state, again, turnOn } = usePushChoice();
  const ask = useMutation({ mutationFn: turnOn, onSettled: again });
  if (!canPush) {
    return (
      <Text as="small" colour="quiet">
        {t('film.making.list')}
      </Text>
    );
  }
  if (ask.error) return <Banner tone="warn" icon="bell" text={t('film.push.failed')} />;
  switch (state) {
    case 'granted':
      return <Banner icon="bell" text={t('film.push.granted')} />;
    case 'denied':
      return <Banner icon="bell" text={t('film.push.denied')} />;
    case 'unasked':
    case 'off':
      return (
        <View style={{ gap: space.s }}>
          <Text as="small" colour="quiet">
            {t('film.push.offer')}
          </Text>
          <Button
            kind="soft"
            icon="bell"
            label={t('film.push.ask')}
            busy={ask.isPending}
            onPress={() => ask.mutate()}
          />
        </View>
      );
    default:
      return null;
  }
}
