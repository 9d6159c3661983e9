/** The query library listens to the browser by itself. */
export function watchNetwork(): void {}
