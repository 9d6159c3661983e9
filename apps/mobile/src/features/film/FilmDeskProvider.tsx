import { onlineManager, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import { AppState } from 'react-native';

import { useApi } from '@/api/client';
import { useSession } from '@/auth/SessionProvider';
import { letGo } from '@/platform/upload';
import { FilmDesk } from './desk';
import { filmKeys } from './queries';
import { forgetShelf, Shelf } from './shelf';
import { heldBy } from './wish';

const DeskContext = createContext<FilmDesk | null>(null);

/** Whatever page is open, films that were asked for go on being sent. */
export function FilmDeskProvider({ children }: { children: ReactNode }) {
  const { user, session } = useSession();
  const api = useApi();
  const queries = useQueryClient();
  const desk = useMemo(
    () =>
      user === null
        ? null
        : new FilmDesk(user, api, () => void queries.invalidateQueries({ queryKey: filmKeys.list })),
    [user, api, queries],
  );
  useEffect(() => {
    if (!desk) return;
    void desk.open();
    const network = onlineManager.subscribe((isOnline) => {
      if (isOnline) desk.reconnected();
    });
    const app = AppState.addEventListener('change', (state) => {
      if (state === 'active') desk.reconnected();
    });
    return () => {
      network();
      app.remove();
      void desk.close();
    };
  }, [desk]);
  useEffect(() => {
    if (session.is === 'signedIn') desk?.reconnected();
  }, [desk, session.is]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useFilmDesk(): FilmDesk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('no FilmDeskProvider above, or nobody is signed in');
  return desk;
}

export function useDeskState() {
  const desk = useFilmDesk();
  return useSyncExternalStore(desk.subscribe, desk.state, desk.state);
}

/** Forgets what `user` had in preparation on this device, and the files kept for it. */
export async function forgetFilms(user: string): Promise<void> {
  const shelf = new Shelf(user);
  const [draft, orders] = await Promise.all([shelf.draft(), shelf.orders()]);
  const files = [...heldBy(draft), ...orders.flatMap(({ parcels }) => parcels.map(({ file }) => file))];
  await forgetShelf(user);
  // What cannot be removed now goes with the next traveller's first look at what lies here.
  await letGo(files.map(({ id }) => id)).catch(() => undefined);
}
