/** So long after the page is there, others than the first screen have what they need of the network. */
const laterMs = 3000;

/**
 * Has a worker keep the page on this device (`web/worker.js`), so that it opens without a network. Browsers know workers only
 * on pages that came securely; others go without.
 */
export function keepPage(): void {
  if (__DEV__ || !('serviceWorker' in navigator)) return;
  setTimeout(() => {
    navigator.serviceWorker
      .register(`${process.env.EXPO_BASE_URL ?? ''}/worker.js`)
      .catch((error: unknown) => console.warn('this page is not kept for times without a network', error));
  }, laterMs);
}
