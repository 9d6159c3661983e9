import type { Position, Stop } from '@/api/types';
import { useTranslation } from '@/i18n';
import { TripMap } from '@/ui/TripMap';

export interface DayMapProps {
  stops: readonly Stop[];
  lodging: Position | undefined;
  onChoose?: ((stop: Stop) => void) | undefined;
  height?: number;
}

/** The stops of a day as they lie to each other. */
export function DayMap({ stops, lodging, onChoose, height }: DayMapProps) {
  const { t } = useTranslation();
  if (stops.length === 0) return null;
  return (
    <TripMap
      label={t('plan.map.label', { places: stops.map(({ name }, at) => `${at + 1} ${name}`).join(', ') })}
      stops={stops.map(({ id, name, position }, at) => ({ id, name, position, number: at + 1, day: '' }))}
      lodging={lodging}
      height={height}
      onChoose={
        onChoose &&
        ((id) => {
          const stop = stops.find((one) => one.id === id);
          if (stop) onChoose(stop);
        })
      }
    />
  );
}
