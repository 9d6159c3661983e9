import { today } from '@/features/plan/days';
import type { PlanSummary } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatDates } from '@/i18n/format';
import { Chip, Chips, Text } from '@/ui';
import { Section } from './Section';
import { tripsToFilm } from './trips';

interface TripPartProps {
  trips: readonly PlanSummary[];
  chosen: string | null;
  onChoose: (id: string | null) => void;
}

/** Which trip the film is of. */
export function TripPart({ trips, chosen, onChoose }: TripPartProps) {
  const { t } = useTranslation();
  const offered = tripsToFilm(trips, chosen, today());
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
