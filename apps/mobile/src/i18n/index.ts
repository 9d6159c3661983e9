import { getLocales } from 'expo-localization';
import i18next, { type TOptions } from 'i18next';
import { initReactI18next } from 'react-i18next';

import { catalogueOf } from './catalogues';
import type { Catalogue } from './en';
import { type Language, languages } from './languages';

export { type Language, languages };

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
  const lng = language === 'system' ? systemLanguage() : language;
  await i18next.use(initReactI18next).init({
    lng,
    // Each language has every text.
    fallbackLng: false,
    supportedLngs: languages,
    defaultNS: 'app',
    ns: ['app'],
    resources: { [lng]: { app: await catalogueOf(lng) } },
    // React escapes by itself.
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  announce();
  i18next.on('languageChanged', announce);
}

export async function speak(language: Language | 'system'): Promise<void> {
  const lng = language === 'system' ? systemLanguage() : language;
  i18next.addResourceBundle(lng, 'app', await catalogueOf(lng));
  await i18next.changeLanguage(lng);
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
