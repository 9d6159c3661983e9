import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

import { NoAnswer, Refused, SessionEnded } from '@/api/problem';
import type { Catalogue } from './en';

type Code = keyof Catalogue['problems'];

/** The text for what went wrong; codes without words of their own are as good as unexpected. */
export function problemCode(error: unknown): Code {
  if (error instanceof NoAnswer) return 'no_answer';
  if (error instanceof SessionEnded) return 'session_ended';
  return knownCode(error instanceof Refused ? error.problem.code : 'unexpected');
}

export function knownCode(code: string): Code {
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
    isOffline: error instanceof NoAnswer,
  };
}
