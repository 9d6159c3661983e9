import { ScrollView, StyleSheet, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';

import { useTranslation } from '@/i18n';
import { Banner, Icon, space, Text, useColours } from '@/ui';
import { usePageTitle } from '@/ui/pageTitle';
import { DrawnWay } from './DrawnWay';
import { ProviderButtons } from './ProviderButtons';
import { useSession } from './SessionProvider';

const signs = {
  deleted: { icon: 'check' },
  unheard: { icon: 'offline' },
  barred: { icon: 'warning', tone: 'warn' },
} as const;

/** @param from where to go on once signed in */
export function SignInScreen({ from }: { from: string }) {
  const { t } = useTranslation();
  const colours = useColours();
  const { session } = useSession();
  usePageTitle(t('auth.title'));
  const insets = useSafeAreaInsets();
  return (
    <View role="main" style={[styles.page, { backgroundColor: colours.ground }]}>
      <ScrollView
        contentContainerStyle={[
          styles.scroll,
          { paddingTop: insets.top + space.xxxl, paddingBottom: insets.bottom + space.xl },
        ]}
      >
        <View style={styles.column}>
          <View style={styles.name}>
            <Icon name="pin" size={28} colour="accent" />
            <Text as="heading">{t('common.nav.label')}</Text>
          </View>
          {session.is === 'signedOut' && session.farewell && (
            <Banner {...signs[session.farewell]} text={t(`auth.farewell.${session.farewell}`)} />
          )}
          <DrawnWay />
          <View style={styles.words}>
            <Text as="display" level={1}>
              {t('auth.slogan')}
            </Text>
            <Text colour="quiet">{t('auth.promise')}</Text>
          </View>
          <ProviderButtons from={from} />
          <Text as="small" colour="quiet">
            {t('auth.privacy')}
          </Text>
        </View>
      </ScrollView>
    </View>
  );
}

const styles = StyleSheet.create({
  page: { flex: 1 },
  scroll: { flexGrow: 1, justifyContent: 'center', paddingHorizontal: space.xl },
  column: { width: '100%', maxWidth: 420, alignSelf: 'center', gap: space.xl },
  name: { flexDirection: 'row', alignItems: 'center', gap: space.s },
  words: { gap: space.m },
});
