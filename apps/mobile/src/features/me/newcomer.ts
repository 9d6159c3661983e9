import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { type Api, dataOf, useApi } from '@/api/client';
import { refusal } from '@/api/problem';
import type { User } from '@/api/types';
import { useSession } from '@/auth/SessionProvider';
import { type Language, language as spoken } from '@/i18n';
import { accountKey } from './account';

/** From this age on an account is no longer one that this sign-in has made. */
const newMs = 10 * 60_000;

/**
 * A new account has the language that every new account has; the app tells which one this traveller reads. An older account
 * keeps what it has: whoever signs in on a borrowed phone has not chosen its language.
 *
 * @returns what has become of the account, if anything has
 */
export async function tellLanguage(api: Api, language: Language): Promise<User | null> {
  const { data: user, error, response } = await api.GET('/api/v1/users/me');
  if (!user) throw refusal(error, response);
  // By the clock that wrote when the account was made.
  const told = Date.parse(response.headers.get('Date') ?? '');
  const now = Number.isNaN(told) ? Date.now() : told;
  const isNew = now - Date.parse(user.createdAt) < newMs;
  if (!isNew || user.locale === language) return null;
  return dataOf(api.PATCH('/api/v1/users/me', { body: { locale: language } }));
}

/** Tells it when somebody has just signed in. */
export function useNewcomersLanguage(): void {
  const { user } = useSession();
  const api = useApi();
  const queries = useQueryClient();
  const before = useRef(user);
  useEffect(() => {
    const hasArrived = before.current === null && user !== null;
    before.current = user;
    if (!hasArrived) return;
    tellLanguage(api, spoken()).then(
      (changed) => changed && queries.setQueryData<User>(accountKey, changed),
      // Nothing here waits for it; /me says which language it is, and offers to change it.
      () => undefined,
    );
  }, [user, api, queries]);
}
