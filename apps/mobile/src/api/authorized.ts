import { NoAnswer, SessionEnded } from './problem';

export type Fetch = (request: Request) => Promise<Response>;

/** Where access tokens come from. */
export interface Tokens {
  /**
   * A token that is good for now, fetched if need be.
   *
   * @param stale one that was just refused; any other that is at hand is good
   * @throws SessionEnded when there is none to be had any more
   */
  access(stale?: string): Promise<string>;
}

/** Sends requests as the one who is signed in. One whose token is refused is sent once more, with a new one. */
export function authorized(send: Fetch, tokens: Tokens): Fetch {
  return async (request) => {
    const again = request.clone();
    const token = await tokens.access();
    const answer = await reach(send, bearing(request, token));
    if (answer.status !== 401) return answer;
    const second = await reach(send, bearing(again, await tokens.access(token)));
    // A good token that is refused: the account is gone, or this server is another.
    if (second.status === 401) throw new SessionEnded();
    return second;
  };
}

/** Sends a request; what keeps it from being answered becomes `NoAnswer`, unless it was called off. */
export async function reach(send: Fetch, request: Request): Promise<Response> {
  try {
    return await send(request);
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw new NoAnswer(cause);
  }
}

function bearing(request: Request, token: string): Request {
  request.headers.set('Authorization', `Bearer ${token}`);
  return request;
}
