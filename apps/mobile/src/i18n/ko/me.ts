import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const me: Translated<Catalogue['me']> = {
  title: '나',
  language: '언어',
  languageSystem: '기기 설정대로',
  theme: '화면',
  themeSystem: '기기 설정대로',
  themeLight: '밝게',
  themeDark: '어둡게',
  signOut: '로그아웃',
};
