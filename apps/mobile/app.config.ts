import type { ExpoConfig } from 'expo/config';

/**
 * Hosts of the Oddiya that this build belongs to, a comma list: their links open in the app, and the first is
 * where it looks for its API. A build without any is for the web, which asks whoever served it.
 */
const hosts = (process.env.ODDIYA_APP_HOSTS ?? '').split(',').filter((host) => host !== '');

/** One permission, asked for by two packages: its reason is both. In other languages it is in assets/locales. */
const photosReason =
  'Oddiya reads the photos you choose, and finds those of your trip by their date, to make your film of them.';

const config: ExpoConfig = {
  name: 'Oddiya',
  slug: 'oddiya',
  version: '0.1.0',
  scheme: 'oddiya',
  orientation: 'default',
  userInterfaceStyle: 'automatic',
  icon: './assets/icon.png',
  ios: {
    bundleIdentifier: 'app.oddiya',
    usesAppleSignIn: true,
    supportsTablet: true,
    associatedDomains: hosts.map((host) => `applinks:${host}`),
    infoPlist: {
      ITSAppUsesNonExemptEncryption: false,
      CFBundleAllowMixedLocalizations: true,
      // A development server on this machine may go without.
      NSAppTransportSecurity: { NSAllowsArbitraryLoads: false, NSAllowsLocalNetworking: true },
    },
  },
  android: {
    package: 'app.oddiya',
    // Tokens, drafts and what was read belong to this device, and to no copy of it elsewhere.
    allowBackup: false,
    permissions: [],
    blockedPermissions: [
      'android.permission.RECORD_AUDIO',
      'android.permission.CAMERA',
      'android.permission.WRITE_EXTERNAL_STORAGE',
      'android.permission.SYSTEM_ALERT_WINDOW',
    ],
    intentFilters: hosts.map((host) => ({
      action: 'VIEW',
      autoVerify: true,
      data: [{ scheme: 'https', host, pathPrefix: '/app/' }],
      category: ['BROWSABLE', 'DEFAULT'],
    })),
  },
  web: { output: 'single', bundler: 'metro', favicon: './assets/icon.png' },
  locales: {
    ko: './assets/locales/ko.json',
    en: './assets/locales/en.json',
    ja: './assets/locales/ja.json',
    'zh-Hans': './assets/locales/zh.json',
  },
  plugins: [
    // A page loads what it needs: the first screen is to be there before the film room is.
    ['expo-router', { asyncRoutes: { web: true, default: false } }],
    ['expo-secure-store', { faceIDPermission: false }],
    [
      'expo-image-picker',
      {
        photosPermission: photosReason,
        cameraPermission: false,
        microphonePermission: false,
      },
    ],
    [
      'expo-media-library',
      {
        photosPermission: photosReason,
        savePhotosPermission: 'Oddiya saves your finished films among your photos.',
        isAccessMediaLocationEnabled: true,
        granularPermissions: ['photo'],
      },
    ],
    'expo-notifications',
    'expo-apple-authentication',
    ['expo-video', { supportsBackgroundPlayback: false, supportsPictureInPicture: false }],
    [
      'expo-localization',
      { supportedLocales: { ios: ['ko', 'en', 'ja', 'zh-Hans'], android: ['ko', 'en', 'ja', 'zh'] } },
    ],
    'expo-font',
    'expo-image',
    'expo-web-browser',
    'expo-sharing',
    [
      'expo-splash-screen',
      { image: './assets/icon.png', backgroundColor: '#faf8f5', dark: { backgroundColor: '#121615' } },
    ],
    ['expo-build-properties', { android: { minSdkVersion: 26 }, ios: { deploymentTarget: '16.4' } }],
  ],
  experiments: {
    typedRoutes: true,
    reactCompiler: true,
    // Where the gateway serves the web build. A development server ignores it.
    baseUrl: '/app',
  },
  extra: { apiHost: hosts[0] ?? null },
};

export default config;
