import { onlineManager } from '@tanstack/react-query';

/** The query library hears of changes by itself, but not what there is when the page is opened. */
export function watchNetwork(): void {
  onlineManager.setOnline(navigator.onLine);
}
