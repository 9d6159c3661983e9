import { today } from '@/features/plan/days';
import type { PlanSummary } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatDates } from '@/i18n/format';
import { Button, Chip, Chips, FailedBanner, Text } from '@/ui';
import { Section } from './Section';
import { tripsToFilm } from './trips';

interface TripPartProps {
  trips: readonly PlanSummary[];
  /** What has kept the trips from being read. */
  unread: Error | null;
  onRetry: () => void;
  chosen: string | null;
  onChoose: (id: string | null) => void;
}

/** Which trip the film is of. */
export function TripPart({ trips, unread, onRetry, chosen, onChoose }: TripPartProps) {
  const { t } = useTranslation();
  const offered = tripsToFilm(trips, chosen, today());
  if (unread) {
    return (
      <Section title={t('film.trip.title')}>
        <Text as="small" colour="quiet">
          {t('film.trip.unread')}
        </Text>
        <FailedBanner error={unread} />
        <Button kind="soft" icon="again" label={t('common.action.retry')} onPress={onRetry} />
      </Section>
    );
  }
  if (offered.length === 0) return null;
  return (
    <Section title={t('film.trip.title')}>
      <Chips label={t('film.trip.title')} role="radiogroup">
        {offered.map((trip) => (
          <Chip
            key={trip.id}
            role="radio"
            label={`${trip.title} · ${formatDates(trip.startDate, trip.endDate)}`}
            chosen={trip.id === chosen}
            onPress={() => onChoose(trip.id)}
          />
        ))}
        <Chip
          role="radio"
          label={t('film.trip.none')}
          chosen={!offered.some(({ id }) => id === chosen)}
          onPress={() => onChoose(null)}
        />
      </Chips>
      <Text as="small" colour="quiet">
        {t('film.trip.hint')}
      </Text>
    </Section>
  );
}
