import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const me: Translated<Catalogue['me']> = {
  title: 'マイページ',
  language: '言語',
  languageSystem: '端末の設定',
  theme: '外観',
  themeSystem: '端末の設定',
  themeLight: 'ライト',
  themeDark: 'ダーク',
  signOut: 'ログアウト',
};
