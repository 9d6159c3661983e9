/** Does `work` while no other window of this app does its own. A phone has one window. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  return work();
}
