/**
 * Where in the app this visit wanted to go: read when the page is loaded, since the router leads those who are
 * signed out to the sign-in at once.
 */
export const intended: string = within(window.location.pathname);

function within(path: string): string {
  const base = process.env.EXPO_BASE_URL ?? '';
  const place = base !== '' && path.startsWith(base) ? path.slice(base.length) : path;
  return place === '' || /^\/(sign-in|auth\/)/.test(place) ? '/' : place;
}
