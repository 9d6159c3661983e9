import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

import { NoAnswer, Refused, SessionEnded } from '@/api/problem';
import type { Catalogue } from './en';

type Code = keyof Catalogue['problems'];

/** Codes that mean the same to a traveller as another. */
const alike: Record<string, Code> = {
  // A sign-in that is not, or no longer, under way.
  invalid_state: 'invalid_grant',
  invalid_issuer: 'invalid_grant',
  // What only an app does that was made for another edition of the API, or a page that is older than its server.
  ambiguous_body: 'unfit',
  ambiguous_header: 'unfit',
  ambiguous_path: 'unfit',
  body_missing: 'unfit',
  caller_not_allowed: 'unfit',
  headers_too_large: 'unfit',
  invalid_target: 'unfit',
  malformed_if_match: 'unfit',
  malformed_json: 'unfit',
  malformed_parameters: 'unfit',
  malformed_request: 'unfit',
  method_not_allowed: 'unfit',
  not_acceptable: 'unfit',
  not_implemented: 'unfit',
  not_supported: 'unfit',
  precondition_required: 'unfit',
  unknown_field: 'unfit',
  unsupported_grant_type: 'unfit',
  unsupported_media_type: 'unfit',
  uri_too_long: 'unfit',
  version_not_supported: 'unfit',
};

/** The text for what went wrong; codes without words of their own are as good as unexpected. */
export function problemCode(error: unknown): Code {
  if (error instanceof NoAnswer) return 'no_answer';
  if (error instanceof SessionEnded) return 'session_ended';
  return knownCode(error instanceof Refused ? error.problem.code : 'unexpected');
}

export function knownCode(code: string): Code {
  if (Object.hasOwn(alike, code)) return alike[code] ?? 'unexpected';
  return i18next.exists(`problems.${code}`) && code !== 'reference' ? (code as Code) : 'unexpected';
}

export function useProblemText(error: unknown) {
  const { t } = useTranslation();
  const code = problemCode(error);
  const requestId = error instanceof Refused ? error.problem.requestId : undefined;
  const isOurs = error instanceof Refused && error.problem.status >= 500;
  return {
    text: t(`problems.${code}`),
    /** What to tell us, where it is ours to mend. */
    reference: requestId && isOurs ? t('problems.reference', { requestId }) : undefined,
    /** Asking again would not bring it. */
    isGone: error instanceof Refused && [404, 410].includes(error.problem.status),
    isOffline: error instanceof NoAnswer,
  };
}
