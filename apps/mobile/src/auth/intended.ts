/** Where in the app this visit wanted to go; links into an app that is signed out come through its router. */
export const intended: string = '/';

/** Where to come back to from signing in at `path`: an app is not left meanwhile. */
export function placeOf(path: string): string {
  return path;
}
