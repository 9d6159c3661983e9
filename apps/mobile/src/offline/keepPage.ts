/** Apps are on the device anyway. */
export function keepPage(): void {}
