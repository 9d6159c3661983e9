import { useTranslation } from '@/i18n';
import { formatDates } from '@/i18n/format';
import { lengthOf } from './dates';
import type { Form } from './form';

/** What will be planned, in one sentence; what is not said yet is asked for. */
export function useSentence({ where, from, to, adults, children }: Form): string {
  const { t } = useTranslation();
  const name = where.is === 'named' ? where.name.trim() : where.place.name;
  if (name === '') return t('draft.sentence.where');
  return t(where.is === 'named' ? 'draft.sentence.in' : 'draft.sentence.near', {
    place: name,
    days: t('draft.sentence.days', { count: lengthOf(from, to) }),
    people: t('draft.sentence.people', { count: adults + children }),
    dates: formatDates(from, to),
  });
}
