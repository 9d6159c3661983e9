export const me = {
  title: 'You',
  language: 'Language',
  languageSystem: 'As the device',
  theme: 'Appearance',
  themeSystem: 'As the device',
  themeLight: 'Light',
  themeDark: 'Dark',
  signOut: 'Sign out',
};
