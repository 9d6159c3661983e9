import { useTranslation } from '@/i18n';
import { useSpans } from '@/i18n/format';
import { Banner } from '@/ui';
import { useOnline } from './online';

/** Says how old what is shown is, while it cannot be renewed. */
export function Age({ query }: { query: { dataUpdatedAt: number; isRefetchError: boolean } }) {
  const { t } = useTranslation();
  const { ago } = useSpans();
  const online = useOnline();
  if (online && !query.isRefetchError) return null;
  return (
    <Banner
      icon={online ? 'clock' : 'offline'}
      text={t(online ? 'common.state.age' : 'common.state.offlineBanner', { ago: ago(query.dataUpdatedAt) })}
    />
  );
}
