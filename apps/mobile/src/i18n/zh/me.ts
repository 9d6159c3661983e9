import type { Catalogue } from '../en';
import type { Translated } from '../texts';

export const me: Translated<Catalogue['me']> = {
  title: '我的',
  language: '语言',
  languageSystem: '跟随设备',
  theme: '外观',
  themeSystem: '跟随设备',
  themeLight: '浅色',
  themeDark: '深色',
  signOut: '退出登录',
};
