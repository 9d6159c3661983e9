/** Where in the app this visit wanted to go; links into an app that is signed out come through its router. */
export const intended: string = '/';
