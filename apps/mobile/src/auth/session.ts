import type { Provider } from './journey';

/**
 * Whether somebody is signed in. One whose session has ended is still there (`ended`), with everything on the
 * screen and in memory as it was, until they sign in again or leave.
 */
export type Session =
  | { is: 'opening' }
  | { is: 'signedOut'; failure?: SignInFailure | undefined; farewell?: Farewell | undefined }
  | { is: 'leaving'; provider: Provider; user: string | null }
  | { is: 'signedIn'; user: string }
  | { is: 'ended'; user: string; failure?: SignInFailure | undefined };

/** What is said to somebody who has left: for good, or without the server having heard of it (`Told`). */
export type Farewell = 'deleted' | 'unheard' | 'barred';

/** Why signing in came to nothing: `cancelled` is no failure to speak of. */
export type SignInFailure = { error: unknown } | 'refused' | 'cancelled' | 'foreign';

/** What has happened. That the network is away is nothing that happens to a session. */
export type SessionEvent =
  | { has: 'opened'; user: string | null }
  | { has: 'leftForProvider'; provider: Provider }
  | { has: 'failedToSignIn'; failure: SignInFailure }
  | { has: 'signedIn'; user: string }
  | { has: 'ended' }
  | { has: 'signedOut'; farewell?: Farewell | undefined }
  /** The server could not be told that somebody has signed out, and then that it could. */
  | { has: 'unheard' }
  | { has: 'barred' }
  | { has: 'heard' };

export const opening: Session = { is: 'opening' };

export function after(session: Session, event: SessionEvent): Session {
  switch (event.has) {
    case 'opened':
      return event.user === null ? { is: 'signedOut' } : { is: 'signedIn', user: event.user };
    case 'leftForProvider':
      return { is: 'leaving', provider: event.provider, user: userOf(session) };
    case 'failedToSignIn': {
      const user = userOf(session);
      const failure = event.failure === 'cancelled' ? undefined : event.failure;
      return user === null ? { is: 'signedOut', failure } : { is: 'ended', user, failure };
    }
    case 'signedIn':
      return { is: 'signedIn', user: event.user };
    case 'ended':
      return session.is === 'signedIn' ? { is: 'ended', user: session.user } : session;
    case 'signedOut':
      return { is: 'signedOut', farewell: event.farewell };
    case 'unheard':
    case 'barred':
      return session.is === 'signedOut' && session.farewell !== 'deleted'
        ? { ...session, farewell: event.has }
        : session;
    case 'heard':
      return session.is === 'signedOut' && session.farewell !== 'deleted'
        ? { ...session, farewell: undefined }
        : session;
  }
}

/** Whose things are shown, signed in or until a moment ago. */
export function userOf(session: Session): string | null {
  return 'user' in session ? session.user : null;
}
