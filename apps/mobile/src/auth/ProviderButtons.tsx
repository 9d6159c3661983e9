import { StyleSheet, View } from 'react-native';

import { useTranslation } from '@/i18n';
import { useProblemText } from '@/i18n/problemText';
import { Banner, Button, space, Text } from '@/ui';
import { useSession } from './SessionProvider';
import type { SignInFailure } from './session';

/** The ways to sign in, and why the last try came to nothing. */
export function ProviderButtons({ from }: { from: string }) {
  const { session, signIn } = useSession();
  const { t } = useTranslation();
  const away = session.is === 'leaving' ? session.provider : null;
  const failure = 'failure' in session ? session.failure : undefined;
  return (
    <View style={styles.buttons}>
      {failure && <SignInFailed failure={failure} />}
      <Button
        full
        label={t('auth.google')}
        busy={away === 'google'}
        disabled={away === 'apple'}
        onPress={() => void signIn('google', from)}
      />
      <Button
        full
        kind="soft"
        label={t('auth.apple')}
        busy={away === 'apple'}
        disabled={away === 'google'}
        onPress={() => void signIn('apple', from)}
      />
      {away && (
        <Text as="small" colour="quiet" role="status">
          {t('auth.leaving')}
        </Text>
      )}
    </View>
  );
}

function SignInFailed({ failure }: { failure: SignInFailure }) {
  const { t } = useTranslation();
  const told = useProblemText(typeof failure === 'object' ? failure.error : undefined);
  const text =
    failure === 'refused' || failure === 'foreign'
      ? t(`auth.failure.${failure}`)
      : `${t('auth.failure.title')}. ${told.text}`;
  return <Banner tone="fail" icon="warning" text={text} />;
}

const styles = StyleSheet.create({ buttons: { gap: space.m } });
