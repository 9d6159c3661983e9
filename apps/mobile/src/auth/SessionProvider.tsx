import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
} from 'react';
import { Platform } from 'react-native';

import { apiAddress } from '@/api/address';
import { authorized, type Fetch, reach } from '@/api/authorized';
import { alone } from './alone';
import { takeJourney } from './browser';
import { AuthEndpoints } from './endpoints';
import { arrivalAt, type Provider } from './journey';
import { after, type Farewell, opening, type Session, userOf } from './session';
import { arrive, type Outcome, signInAt } from './signIn';
import { TokenKeeper } from './tokenKeeper';
import { tokenStore } from './tokenStore';

export interface SessionHandle {
  session: Session;
  /** Whose things are shown; null when nobody is signed in. */
  user: string | null;
  /** Sends requests to the API as who is signed in. */
  send: Fetch;
  signIn: (provider: Provider, from: string) => Promise<void>;
  /** Ends a sign-in whose browser has come back to `address`; tells where it began. */
  comeBack: (address: string) => Promise<string>;
  /** Forgets the session here, and has the server revoke it if it can be reached. */
  signOut: (farewell?: Farewell) => Promise<void>;
}

const SessionContext = createContext<SessionHandle | null>(null);

export interface SessionProviderProps {
  children: ReactNode;
  /** How requests are sent; tests answer them themselves. */
  transport?: Fetch;
  /** Called when somebody else than before is here, or nobody any more. */
  onLeft: (user: string) => Promise<void>;
  /** Called while somebody who signs out can still be told about to the API. */
  onLeaving?: (send: Fetch) => Promise<void>;
}

const network: Fetch = (request) => fetch(request);

export function SessionProvider({ children, transport = network, onLeft, onLeaving }: SessionProviderProps) {
  const [session, happened] = useReducer(after, opening);
  const latest = useRef(session);
  useEffect(() => {
    latest.current = session;
  }, [session]);

  const { endpoints, keeper, send } = useMemo(() => {
    const made = new AuthEndpoints(apiAddress(), transport, Platform.OS === 'web');
    const kept = new TokenKeeper(
      tokenStore,
      (refreshToken) => made.refresh(refreshToken),
      () => happened({ has: 'ended' }),
      { alone },
    );
    const bearing = authorized((request) => reach(transport, request), kept);
    return { endpoints: made, keeper: kept, send: bearing };
  }, [transport]);

  useEffect(() => {
    void tokenStore.read().then((kept) => happened({ has: 'opened', user: kept?.user ?? null }));
  }, []);

  const settle = useCallback(
    async (outcome: Outcome) => {
      if (outcome.is === 'failed') {
        happened({ has: 'failedToSignIn', failure: outcome.failure });
        return;
      }
      const before = userOf(latest.current);
      const user = await keeper.keep(outcome.grant);
      if (before !== null && before !== user) {
        // Another traveller: what was on the screen goes before anything of theirs comes.
        happened({ has: 'signedOut' });
        await onLeft(before);
      }
      happened({ has: 'signedIn', user });
    },
    [keeper, onLeft],
  );

  const signIn = useCallback(
    async (provider: Provider, from: string) => {
      happened({ has: 'leftForProvider', provider });
      await settle(await signInAt(endpoints, provider, from));
    },
    [endpoints, settle],
  );

  const comeBack = useCallback(
    async (address: string) => {
      const journey = takeJourney();
      if (journey === null) return '/';
      happened({ has: 'leftForProvider', provider: journey.provider });
      await settle(await arrive(endpoints, journey, arrivalAt(address, journey)));
      return journey.from;
    },
    [endpoints, settle],
  );

  const signOut = useCallback(
    async (farewell?: Farewell) => {
      const user = userOf(latest.current);
      // With an account, all that the API would have to be told of goes too.
      if (farewell !== 'deleted') await onLeaving?.(send).catch(() => undefined);
      const kept = await keeper.forget();
      happened({ has: 'signedOut', farewell });
      if (user !== null) await onLeft(user);
      // The session is over here whether or not the server hears of it now: its token ends by itself.
      if (kept) await endpoints.revoke(kept.refreshToken).catch(() => undefined);
    },
    [endpoints, keeper, onLeaving, onLeft, send],
  );

  const handle = useMemo(
    () => ({ session, user: userOf(session), send, signIn, comeBack, signOut }),
    [session, send, signIn, comeBack, signOut],
  );
  return <SessionContext value={handle}>{children}</SessionContext>;
}

export function useSession(): SessionHandle {
  const handle = use(SessionContext);
  if (!handle) throw new Error('no SessionProvider above');
  return handle;
}
