import createFetchClient, { type Client } from 'openapi-fetch';
import { createContext, type ReactNode, use, useMemo } from 'react';

import { useSession } from '@/auth/SessionProvider';
import { apiAddress } from './address';
import type { Fetch } from './authorized';
import { eventsIn, type ServerEvent } from './events';
import { refusal, refusalOf } from './problem';
import type { components, paths } from './schema';

/** A body of the API by the name of its schema. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export interface Api extends Client<paths> {
  /**
   * Posts `body` and yields the events that answer it, as they come.
   *
   * @throws Refused when the answer is none of a stream
   */
  stream(
    path: keyof paths & string,
    body: unknown,
    options: { key: string; signal: AbortSignal },
  ): AsyncGenerator<ServerEvent, void, undefined>;
}

export function createApi(address: string, send: Fetch): Api {
  const client = createFetchClient<paths>({ baseUrl: address, fetch: send });
  return {
    ...client,
    async *stream(path, body, { key, signal }) {
      const answer = await send(
        new Request(address + path, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            Accept: 'text/event-stream',
            'Idempotency-Key': key,
          },
          body: JSON.stringify(body),
          signal,
        }),
      );
      if (!answer.ok) throw await refusalOf(answer);
      yield* eventsIn(answer);
    },
  };
}

/** The data of an answer, or what it refuses with, thrown. */
export async function dataOf<T>(
  answering: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await answering;
  if (!response.ok) throw refusal(error, response);
  return data as T;
}

/** The data of an answer together with its entity tag, which a change of it has to name. */
export async function taggedDataOf<T>(
  answering: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<{ data: T; tag: string }> {
  const answer = await answering;
  return { data: await dataOf(Promise.resolve(answer)), tag: answer.response.headers.get('ETag') ?? '*' };
}

const ApiContext = createContext<Api | null>(null);

export function ApiProvider({ children }: { children: ReactNode }) {
  const { send } = useSession();
  const api = useMemo(() => createApi(apiAddress(), send), [send]);
  return <ApiContext value={api}>{children}</ApiContext>;
}

export function useApi(): Api {
  const api = use(ApiContext);
  if (!api) throw new Error('no ApiProvider above');
  return api;
}
