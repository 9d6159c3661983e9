import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import { language as spoken, languages, speak, useTranslation } from '@/i18n';
import { useProblemText } from '@/i18n/problemText';
import { type Preferences, usePreference } from '@/offline/preferences';
import { Banner, Button, Chip, Chips, space } from '@/ui';
import { useAccountChange } from './account';
import { Part } from './Part';

/** Each language says its own name. */
export const ownNames = { ko: '한국어', en: 'English', ja: '日本語', zh: '中文' };

/** The language of this device's app, and of what Oddiya sends. */
export function LanguagePart() {
  const { t } = useTranslation();
  const [language, setLanguage] = usePreference('language');
  const { mutate, error } = useAccountChange();
  const { text } = useProblemText(error);
  const tell = () => mutate({ locale: spoken() });
  const [isUnread, setUnread] = useState(false);
  const choose = async (next: Preferences['language']) => {
    try {
      await speak(next);
    } catch {
      // A page has only the texts of the language that it speaks; the others have to be fetched.
      setUnread(true);
      return;
    }
    setUnread(false);
    await setLanguage(next);
    tell();
  };
  return (
    <Part title={t('me.language')}>
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
      {isUnread && <Banner tone="fail" icon="offline" text={t('problems.no_answer')} />}
      {error && (
        <View style={styles.failed}>
          <Banner tone="fail" icon="warning" text={`${t('me.languageHere')} ${text}`} />
          <Button kind="soft" icon="again" label={t('common.action.retry')} onPress={tell} />
        </View>
      )}
    </Part>
  );
}

const styles = StyleSheet.create({ failed: { gap: space.s } });
