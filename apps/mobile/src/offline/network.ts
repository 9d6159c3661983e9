import NetInfo from '@react-native-community/netinfo';
import { onlineManager } from '@tanstack/react-query';

/** Has the device say whether there is a network. Nobody else is asked: no address is tried in the background. */
export function watchNetwork(): void {
  NetInfo.configure({ reachabilityShouldRun: () => false });
  onlineManager.setEventListener((setOnline) =>
    NetInfo.addEventListener((state) => setOnline(state.isConnected ?? true)),
  );
}
