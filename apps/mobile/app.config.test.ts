import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { dependencies } from './package.json';

interface Filter {
  $?: Record<string, string>;
  data?: { $: Record<string, string> }[];
}

interface Introspected {
  ios: { infoPlist: Record<string, unknown>; entitlements: Record<string, unknown> };
  _internal: {
    modResults: {
      android: {
        manifest: {
          manifest: {
            'uses-permission': { $: Record<string, string> }[];
            application: { $: Record<string, string>; activity: { 'intent-filter': Filter[] }[] }[];
          };
        };
      };
    };
  };
}

/** What native projects would say of themselves, were they made for an Oddiya at these hosts. */
async function introspected(hosts: string): Promise<Introspected> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(__dirname, 'node_modules/expo/bin/cli'), 'config', '--type', 'introspect', '--json'],
    {
      cwd: __dirname,
      maxBuffer: 10_000_000,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        ODDIYA_APP_HOSTS: hosts,
        EXPO_OFFLINE: '1',
        EXPO_NO_TELEMETRY: '1',
        CI: '1',
      },
    },
  );
  return JSON.parse(stdout) as Introspected;
}

let app: Introspected;
beforeAll(async () => {
  app = await introspected('oddiya.example,second.example');
}, 300_000);

/** What packages ask for by manifests of their own, which are merged into the app's when it is built. */
function permissionsOfPackages(): string[] {
  return Object.keys(dependencies).flatMap((name) => {
    const manifest = join(__dirname, 'node_modules', name, 'android/src/main/AndroidManifest.xml');
    if (!existsSync(manifest)) return [];
    const asked = readFileSync(manifest, 'utf8').matchAll(/<uses-permission\s[^>]*?android:name="([^"]+)"/g);
    return [...asked].map(([, permission]) => permission ?? '');
  });
}

describe('on Android', () => {
  const manifest = () => app._internal.modResults.android.manifest.manifest;
  const filters = () => manifest().application[0]?.activity[0]?.['intent-filter'] ?? [];

  test('nothing is asked for but what the app does', () => {
    const own = manifest()['uses-permission'].map(({ $ }) => $);
    const removed = own.filter(($) => $['tools:node'] === 'remove').map(($) => $['android:name']);
    const asked = [...own.map(($) => $['android:name']), ...permissionsOfPackages()];
    const left = new Set(asked.filter((permission) => !removed.includes(permission)));
    expect([...left].sort()).toEqual(
      [
        // To speak with Oddiya, and to know whether that can be.
        'android.permission.INTERNET',
        'android.permission.ACCESS_NETWORK_STATE',
        'android.permission.ACCESS_WIFI_STATE',
        // To propose photos of the trip; all of them or those that are chosen, and their places for who says yes.
        'android.permission.READ_MEDIA_IMAGES',
        'android.permission.READ_MEDIA_VISUAL_USER_SELECTED',
        'android.permission.READ_EXTERNAL_STORAGE',
        'android.permission.ACCESS_MEDIA_LOCATION',
        // To tell of a film that is ready, also after the phone was off.
        'android.permission.POST_NOTIFICATIONS',
        'android.permission.RECEIVE_BOOT_COMPLETED',
        // To let a hand feel what it drags.
        'android.permission.VIBRATE',
      ].sort(),
    );
  });

  test('nothing of it goes into a backup', () => {
    expect(manifest().application[0]?.$['android:allowBackup']).toBe('false');
  });

  test('the way back from a sign-in leads to the app', () => {
    expect(filters().flatMap(({ data = [] }) => data.map(({ $ }) => $['android:scheme']))).toContain(
      'oddiya',
    );
  });

  test('links to each host open in the app, once the host says so', () => {
    const verified = filters().filter(({ $ }) => $?.['android:autoVerify'] === 'true');
    expect(verified.flatMap(({ data = [] }) => data.map(({ $ }) => $))).toEqual(
      ['oddiya.example', 'second.example'].map((host) => ({
        'android:scheme': 'https',
        'android:host': host,
        'android:pathPrefix': '/app/',
      })),
    );
  });
});

describe('on iOS', () => {
  const reasons = () => Object.keys(app.ios.infoPlist).filter((key) => key.endsWith('UsageDescription'));

  test('only photos are asked for', () => {
    expect(reasons().sort()).toEqual(['NSPhotoLibraryAddUsageDescription', 'NSPhotoLibraryUsageDescription']);
  });

  test('what is asked for has its reason in each language', () => {
    const folder = join(__dirname, 'assets/locales');
    const files = readdirSync(folder);
    expect(files.sort()).toEqual(['en.json', 'ja.json', 'ko.json', 'zh.json']);
    for (const file of files) {
      const { ios } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { ios: Record<string, string> };
      for (const reason of reasons())
        expect([file, ios[reason]]).toEqual([file, expect.stringMatching(/.{8}/)]);
    }
  });

  test('the way back from a sign-in leads to the app', () => {
    expect(app.ios.infoPlist.CFBundleURLTypes).toEqual([
      { CFBundleURLSchemes: expect.arrayContaining(['oddiya']) as string[] },
    ]);
  });

  test('links to each host open in the app', () => {
    expect(app.ios.entitlements['com.apple.developer.associated-domains']).toEqual([
      'applinks:oddiya.example',
      'applinks:second.example',
    ]);
  });

  test('Apple’s own sign-in and pushes are there', () => {
    expect(app.ios.entitlements).toMatchObject({
      'com.apple.developer.applesignin': ['Default'],
      'aps-environment': expect.any(String) as string,
    });
  });

  test('nothing goes over the network in the clear', () => {
    expect(app.ios.infoPlist.NSAppTransportSecurity).toMatchObject({ NSAllowsArbitraryLoads: false });
  });
});
