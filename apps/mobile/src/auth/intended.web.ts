/**
 * Where in the app this visit wanted to go: read when the page is loaded, since the router leads those who are
 * signed out to the sign-in at once.
 */
export const intended: string = within(window.location);

/** Where to come back to from signing in at `path`, with what its address says beside it. */
export function placeOf(path: string): string {
  return path + window.location.search;
}

function within({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  const base = process.env.EXPO_BASE_URL ?? '';
  const place = base !== '' && pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  // What a provider has sent along is for the sign-in alone.
  return place === '' || /^\/(sign-in|auth\/)/.test(place) ? '/' : place + search;
}
