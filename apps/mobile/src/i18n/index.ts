import { getLocales } from 'expo-localization';
import i18next, { type TOptions } from 'i18next';
import { initReactI18next } from 'react-i18next';

import { type Catalogue, en } from './en';
import { ja } from './ja';
import { ko } from './ko';
import { zh } from './zh';

export const languages = ['ko', 'en', 'ja', 'zh'] as const;
export type Language = (typeof languages)[number];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { app: Catalogue };
  }
}

/** The language for this device: the first of the traveller's that we have, else English. */
export function languageOf(tags: readonly (string | null)[]): Language {
  for (const tag of tags) {
    const known = languages.find((language) => language === tag);
    if (known) return known;
  }
  return 'en';
}

export function systemLanguage(): Language {
  return languageOf(getLocales().map((locale) => locale.languageCode));
}

export async function openTexts(language: Language | 'system'): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language === 'system' ? systemLanguage() : language,
    fallbackLng: 'en',
    supportedLngs: languages,
    defaultNS: 'app',
    ns: ['app'],
    resources: { en: { app: en }, ko: { app: ko }, ja: { app: ja }, zh: { app: zh } },
    // React escapes by itself.
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  announce();
  i18next.on('languageChanged', announce);
}

export async function speak(language: Language | 'system'): Promise<void> {
  await i18next.changeLanguage(language === 'system' ? systemLanguage() : language);
}

export function language(): Language {
  return languageOf([i18next.resolvedLanguage ?? null]);
}

/** Browsers choose voices, glyphs and line breaks by the language of the page. */
function announce() {
  if (typeof document !== 'undefined') {
    document.documentElement.lang = language() === 'zh' ? 'zh-Hans' : language();
  }
}

export type TextOptions = TOptions;
export { useTranslation } from 'react-i18next';
