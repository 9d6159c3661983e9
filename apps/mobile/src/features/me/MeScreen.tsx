import { StyleSheet, View } from 'react-native';

import { useSession } from '@/auth/SessionProvider';
import { useTranslation } from '@/i18n';
import { usePreference } from '@/offline/preferences';
import { Button, Chip, Chips, Screen, space, Text } from '@/ui';
import { useAccount } from './account';
import { AccountCard } from './AccountCard';
import { CurrencyPart } from './CurrencyPart';
import { DataPart } from './DataPart';
import { LanguagePart } from './LanguagePart';
import { NotificationsPart } from './NotificationsPart';
import { Part } from './Part';

const themes = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

/** Who the traveller is to Oddiya, how it speaks and looks, and what it holds. */
export function MeScreen() {
  const { t } = useTranslation();
  const { signOut } = useSession();
  const account = useAccount();
  return (
    <Screen title={t('me.title')}>
      <View style={styles.parts}>
        <AccountCard account={account} />
        <LanguagePart />
        <CurrencyPart account={account} />
        <ThemePart />
        <NotificationsPart account={account} />
        <DataPart />
        <View style={styles.leaving}>
          <Button kind="soft" label={t('me.signOut')} onPress={() => void signOut()} />
          <Text as="small" colour="quiet">
            {t('me.signOutMeans')}
          </Text>
        </View>
      </View>
    </Screen>
  );
}

function ThemePart() {
  const { t } = useTranslation();
  const [theme, setTheme] = usePreference('theme');
  return (
    <Part title={t('me.theme')}>
      <Chips label={t('me.theme')} role="radiogroup">
        {(['system', 'light', 'dark'] as const).map((one) => (
          <Chip
            key={one}
            role="radio"
            label={t(`me.${themes[one]}`)}
            chosen={one === theme}
            onPress={() => void setTheme(one)}
          />
        ))}
      </Chips>
    </Part>
  );
}

const styles = StyleSheet.create({ parts: { gap: space.xxl }, leaving: { gap: space.s } });
