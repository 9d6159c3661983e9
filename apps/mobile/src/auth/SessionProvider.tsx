import { onlineManager } from '@tanstack/react-query';
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
import { AppState, Platform } from 'react-native';

import { apiAddress } from '@/api/address';
import { authorized, type Fetch, reach } from '@/api/authorized';
import { alone } from './alone';
import { takeJourney } from './browser';
import { Departures } from './departures';
import { AuthEndpoints } from './endpoints';
import { arrivalAt, type Provider } from './journey';
import { after, type Farewell, opening, type Session, userOf } from './session';
import { arrive, type Outcome, signInAt } from './signIn';
import { TokenKeeper } from './tokenKeeper';
import { leftStore, tokenStore } from './tokenStore';

export interface SessionHandle {
  session: Session;
  /** Whose things are shown; null when nobody is signed in. */
  user: string | null;
  /** Sends requests to the API as who is signed in. */
  send: Fetch;
  signIn: (provider: Provider, from: string) => Promise<void>;
  /** Ends a sign-in whose browser has come back to `address`; tells where it began. */
  comeBack: (address: string) => Promise<string>;
  /** Forgets the session here at once, and has the server revoke it as soon as it can be reached. */
  signOut: (farewell?: Farewell) => Promise<void>;
}

const SessionContext = createContext<SessionHandle | null>(null);

export interface SessionProviderProps {
  children: ReactNode;
  /** How requests are sent; tests answer them themselves. */
  transport?: Fetch;
  /** Called when somebody else than before is here, or nobody any more. */
  onLeft: (user: string) => Promise<void>;
  /** Called while somebody who signs out can still be told about to the API; later once more, if it throws. */
  onLeaving?: (user: string, send: Fetch) => Promise<void>;
}

/** How often it is tried to tell the server of a sign-out that it has not heard of. */
const tellAgainMs = 60_000;

/** In the web build a cookie has the refresh token. */
const byCookie = Platform.OS === 'web';

const network: Fetch = (request) => fetch(request);

export function SessionProvider({ children, transport = network, onLeft, onLeaving }: SessionProviderProps) {
  const [session, happened] = useReducer(after, opening);
  const latest = useRef(session);
  useEffect(() => {
    latest.current = session;
  }, [session]);

  const { endpoints, keeper, send, departures } = useMemo(() => {
    const made = new AuthEndpoints(apiAddress(), transport, byCookie);
    const kept = new TokenKeeper(
      tokenStore,
      (refreshToken) => made.refresh(refreshToken),
      () => happened({ has: 'ended' }),
      { alone },
    );
    const bearing = authorized((request) => reach(transport, request), kept);
    const leaving = new Departures(
      leftStore,
      {
        refresh: (refreshToken) => made.refresh(refreshToken),
        revoke: (refreshToken) => made.revoke(refreshToken),
        finish: async (user, accessToken) => {
          const access = () => Promise.resolve(accessToken);
          await onLeaving?.(
            user,
            authorized((request) => reach(transport, request), { access }),
          );
        },
      },
      alone,
    );
    return { endpoints: made, keeper: kept, send: bearing, departures: leaving };
  }, [transport, onLeaving]);

  const tell = useCallback(async () => {
    happened({ has: await departures.settle() });
  }, [departures]);

  useEffect(() => {
    void tokenStore.read().then((kept) => happened({ has: 'opened', user: kept?.user ?? null }));
    // What was left when the app was last open.
    void tell();
  }, [tell]);

  const isUnheard = session.is === 'signedOut' && session.farewell === 'unheard';
  useEffect(() => {
    if (!isUnheard) return;
    const again = setInterval(() => void tell(), tellAgainMs);
    const network = onlineManager.subscribe((isOnline) => {
      if (isOnline) void tell();
    });
    const app = AppState.addEventListener('change', (state) => {
      if (state === 'active') void tell();
    });
    return () => {
      clearInterval(again);
      network();
      app.remove();
    };
  }, [isUnheard, tell]);

  const settle = useCallback(
    async (outcome: Outcome) => {
      if (outcome.is === 'failed') {
        happened({ has: 'failedToSignIn', failure: outcome.failure });
        return;
      }
      const before = userOf(latest.current);
      const user = await keeper.keep(outcome.grant);
      await departures.arrived(user);
      if (before !== null && before !== user) {
        // Another traveller: what was on the screen goes before anything of theirs comes.
        happened({ has: 'signedOut' });
        await onLeft(before);
      }
      happened({ has: 'signedIn', user });
    },
    [departures, keeper, onLeft],
  );

  const signIn = useCallback(
    async (provider: Provider, from: string) => {
      happened({ has: 'leftForProvider', provider });
      // What is told of an old session after this could end the new one: the cookie is the same, and so is the device.
      await departures.settle();
      await settle(await signInAt(endpoints, provider, from));
    },
    [departures, endpoints, settle],
  );

  const comeBack = useCallback(
    async (address: string) => {
      const journey = takeJourney();
      if (journey === null) return '/';
      happened({ has: 'leftForProvider', provider: journey.provider });
      await departures.settle();
      await settle(await arrive(endpoints, journey, arrivalAt(address, journey)));
      return journey.from;
    },
    [departures, endpoints, settle],
  );

  const signOut = useCallback(
    async (farewell?: Farewell) => {
      const user = userOf(latest.current);
      // With an account, all that the API would have to be told of goes too.
      const isFinished =
        farewell === 'deleted' ||
        user === null ||
        (await (onLeaving?.(user, send) ?? Promise.resolve()).then(
          () => true,
          () => false,
        ));
      const kept = await keeper.forget();
      if (kept) await departures.note({ ...kept, unfinished: !isFinished });
      happened({ has: 'signedOut', farewell });
      try {
        if (user !== null) await onLeft(user);
      } finally {
        // The session is over here whether or not the server hears of it now.
        await tell();
      }
    },
    [departures, keeper, onLeaving, onLeft, send, tell],
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
