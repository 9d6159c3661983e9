import { useTranslation } from '@/i18n';
import { Banner } from '@/ui';
import { useDeskState } from './FilmDeskProvider';

/** Says that what is done here is lost with this run of the app, where the device could not write it down. */
export function Unwritten() {
  const { t } = useTranslation();
  const { written } = useDeskState();
  return written ? null : <Banner tone="warn" icon="warning" text={t('film.unwritten')} />;
}
