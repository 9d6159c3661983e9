import { View } from 'react-native';

import { useSession } from '@/auth/SessionProvider';
import { languages, speak, useTranslation } from '@/i18n';
import { type Preferences, usePreference } from '@/offline/preferences';
import { Button, Chip, Chips, Screen, space, Text } from '@/ui';

/** Each language says its own name. */
const ownNames = { ko: '한국어', en: 'English', ja: '日本語', zh: '中文' };
const themes = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

export function MeScreen() {
  const { t } = useTranslation();
  const { signOut } = useSession();
  const [theme, setTheme] = usePreference('theme');
  const [language, setLanguage] = usePreference('language');
  const choose = async (next: Preferences['language']) => {
    await setLanguage(next);
    await speak(next);
  };
  return (
    <Screen title={t('me.title')}>
      <View style={{ gap: space.s }}>
        <Text as="label">{t('me.language')}</Text>
        <Chips label={t('me.language')} role="radiogroup">
          {(['system', ...languages] as const).map((one) => (
            <Chip
              key={one}
              role="radio"
              label={one === 'system' ? t('me.languageSystem') : ownNames[one]}
              chosen={one === language}
              onPress={() => void choose(one)}
            />
          ))}
        </Chips>
      </View>
      <View style={{ gap: space.s }}>
        <Text as="label">{t('me.theme')}</Text>
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
      </View>
      <Button kind="danger" label={t('me.signOut')} onPress={() => void signOut()} />
    </Screen>
  );
}
