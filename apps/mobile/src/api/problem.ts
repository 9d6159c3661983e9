/** What went wrong at one place of a request. */
export interface FieldProblem {
  /** A JSON Pointer (RFC 6901) into the body, or the name of a parameter. */
  pointer: string;
  code: string;
  detail: string;
}

/** A refusal as the API tells it (RFC 9457); `code` is what to go by. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  requestId?: string;
  errors?: FieldProblem[];
  /** What else a refusal of its kind carries, such as the conflicts of `infeasible`. */
  [more: string]: unknown;
}

/** The API has answered, with no. */
export class Refused extends Error {
  readonly problem: Problem;
  /** How long to wait before asking again, if it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: Problem, retryAfterMs?: number) {
    super(`${problem.status} ${problem.code}`);
    this.name = 'Refused';
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}

/** No answer has come: there is no network, or nobody at its other end. */
export class NoAnswer extends Error {
  constructor(cause?: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswer';
  }
}

/** The session has ended; whoever asked has to sign in again. */
export class SessionEnded extends Error {
  constructor() {
    super('the session has ended');
    this.name = 'SessionEnded';
  }
}

/** The refusal in an answer; an answer without a problem, from a proxy in between say, becomes one. */
export async function refusalOf(response: Response): Promise<Refused> {
  return refusal(await problemIn(response), response);
}

export function refusal(body: unknown, response: Response): Refused {
  return new Refused(problemFrom(body, response.status), retryAfter(response));
}

/** `body` as a problem, as far as it is one. */
export function problemFrom(body: unknown, status: number): Problem {
  const told =
    typeof body === 'object' && body !== null ? (body as Partial<Problem> & { error?: unknown }) : {};
  // The token endpoint speaks RFC 6749: {"error": "invalid_grant"}.
  const code = [told.code, told.error].find((word) => typeof word === 'string' && word !== '');
  return {
    ...told,
    status: typeof told.status === 'number' ? told.status : status,
    code: (code as string | undefined) ?? 'unexpected',
    title: typeof told.title === 'string' ? told.title : '',
  };
}

async function problemIn(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // Not JSON: its status is all there is to know.
    return undefined;
  }
}

function retryAfter(response: Response): number | undefined {
  const told = response.headers.get('Retry-After');
  if (told === null) return undefined;
  const seconds = Number(told);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(told);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}

/** The code of a refusal; undefined for anything else. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Refused ? error.problem.code : undefined;
}
