import AsyncStorage from '@react-native-async-storage/async-storage';
import { randomUUID } from 'expo-crypto';
import * as Notifications from 'expo-notifications';
import { Platform } from 'react-native';

export type PushState = 'unasked' | 'granted' | 'denied';

/** Whether this device can be told anything while the app is closed. */
export const canPush = true;

const deviceKey = 'oddiya.device';

Notifications.setNotificationHandler({
  handleNotification: () =>
    Promise.resolve({
      shouldShowBanner: true,
      shouldShowList: true,
      shouldPlaySound: false,
      shouldSetBadge: false,
    }),
});

export async function pushState(): Promise<PushState> {
  return stateOf(await Notifications.getPermissionsAsync());
}

/** Asks for permission; what it is for has to have been said before. */
export async function askForPush(): Promise<PushState> {
  if (Platform.OS === 'android') {
    await Notifications.setNotificationChannelAsync('default', {
      name: 'Oddiya',
      importance: Notifications.AndroidImportance.DEFAULT,
    });
  }
  return stateOf(await Notifications.requestPermissionsAsync());
}

/** Where pushes for this device go to. */
export async function pushAddress(): Promise<{ platform: 'ios' | 'android'; pushToken: string } | null> {
  const { type, data } = await Notifications.getDevicePushTokenAsync();
  return type === 'ios' || type === 'android' ? { platform: type, pushToken: String(data) } : null;
}

/** Has the system deliver nothing to this app any more, until an address is asked for again. */
export async function stopPushes(): Promise<void> {
  await Notifications.unregisterForNotificationsAsync();
}

/** The name that this device has at the API, the same for as long as the app is installed. */
export async function deviceId(): Promise<string> {
  const known = await AsyncStorage.getItem(deviceKey);
  if (known !== null) return known;
  const made = randomUUID();
  await AsyncStorage.setItem(deviceKey, made);
  return made;
}

/** Calls `listener` with what came with each push that is tapped, that which has opened the app among them. */
export function onPushOpened(listener: (data: Record<string, unknown>) => void): () => void {
  const launched = Notifications.getLastNotificationResponse();
  if (launched) {
    Notifications.clearLastNotificationResponse();
    listener(dataOf(launched));
  }
  const subscription = Notifications.addNotificationResponseReceivedListener((response) => {
    Notifications.clearLastNotificationResponse();
    listener(dataOf(response));
  });
  return () => subscription.remove();
}

function stateOf({ granted, canAskAgain }: { granted: boolean; canAskAgain: boolean }): PushState {
  if (granted) return 'granted';
  return canAskAgain ? 'unasked' : 'denied';
}

/** Our words lie beside Apple's own in the payload, and in the data of Google's message. */
function dataOf({ notification }: Notifications.NotificationResponse): Record<string, unknown> {
  const { content, trigger } = notification.request;
  const payload = trigger !== null && 'payload' in trigger ? trigger.payload : undefined;
  const message = trigger !== null && 'remoteMessage' in trigger ? trigger.remoteMessage : undefined;
  return { ...payload, ...message?.data, ...content.data };
}
