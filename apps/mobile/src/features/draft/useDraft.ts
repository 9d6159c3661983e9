import { randomUUID } from 'expo-crypto';
import { getLocales } from 'expo-localization';
import { useCallback, useEffect, useMemo, useState } from 'react';

import type { Wish } from '@/api/types';
import { preferences } from '@/offline/preferences';
import { isCurrency } from './currencies';
import { today } from '../plan/days';
import { blankForm, type Form, formAfterTrip } from './form';
import { type Draft, readDraft, writeDraft } from './kept';

export interface DraftHandle {
  draft: Draft;
  /** The plan that is asked for was asked for before this screen was opened. */
  isResumed: boolean;
  type: (form: Form) => void;
  /** Asks for a plan, anew: what was asked for before is none of ours any more. */
  ask: (wish: Wish, form: Form) => void;
  /** Goes back to the form. */
  recall: () => void;
  /** The plan is there; the form is for the next trip. */
  close: () => void;
}

/** The draft of a traveller, read from the device and kept there with each change; null until it is read. */
export function useDraft(user: string): DraftHandle | null {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isResumed, setResumed] = useState(false);

  useEffect(() => {
    let isHere = true;
    void readDraft(user, blankForm(today(), usualCurrency())).then((kept) => {
      if (!isHere) return;
      setDraft(kept);
      setResumed(kept.asked !== null);
    });
    return () => {
      isHere = false;
    };
  }, [user]);

  const change = useCallback(
    async (next: Draft) => {
      // A key is on the device before it is on its way: what is asked for can always be found again.
      const written = writeDraft(user, next);
      if (next.asked !== null) await written;
      setDraft(next);
    },
    [user],
  );

  return useMemo(() => {
    if (draft === null) return null;
    return {
      draft,
      isResumed,
      type: (form) => void change({ ...draft, form }),
      ask: (wish, form) => {
        setResumed(false);
        void change({ form, asked: { key: randomUUID(), wish, at: Date.now() } });
      },
      recall: () => void change({ ...draft, asked: null }),
      close: () => void change({ form: formAfterTrip(draft.form, today()), asked: null }),
    };
  }, [draft, isResumed, change]);
}

function usualCurrency() {
  const known = [preferences().currency, getLocales()[0]?.currencyCode].find(isCurrency);
  return known ?? 'KRW';
}
