import { StyleSheet, View } from 'react-native';

import { codeOf } from '@/api/problem';
import type { Stop, Video } from '@/api/types';
import { useTranslation } from '@/i18n';
import { categoryIcon, FailedBanner, Icon, type IconName, space, Text } from '@/ui';
import { useDeskState } from './FilmDeskProvider';
import { fileAt, type Order } from './order';
import { Picture } from './Picture';
import { Section } from './Section';
import { byStop, matchedStops, reportOn } from './states';
import { useStops } from './stops';

type NamedStop = Pick<Stop, 'id'> & Partial<Pick<Stop, 'name' | 'category'>>;

/** What became of the photos: at which stops those in the film were taken, and why the others are not in it. */
export function PhotoReport({ film }: { film: Video }) {
  const { t } = useTranslation();
  const trip = useStops(film.planId);
  const { orders } = useDeskState();
  const order = orders.find(({ stage }) => stage.is === 'ordered' && stage.jobId === film.jobId);
  if (film.photos.length === 0) return null;
  const isUnread = trip.error !== null && trip.data === undefined && codeOf(trip.error) !== 'not_found';
  const { used, leftOut } = reportOn(film.photos);
  // As many headings before the trip is read as after it, so that nothing jumps.
  const stops: readonly NamedStop[] = trip.isLoading ? matchedStops(used) : (trip.data ?? []);
  const groups = byStop(used, stops);
  const numbers = new Map(film.photos.map(({ photoUrl }, index) => [photoUrl, index + 1]));
  const blamed = film.failure?.photoUrl;
  return (
    <View style={styles.all}>
      {film.status === 'COMPLETED' && (
        <Section title={t('film.report.used')}>
          <Text as="small" colour="quiet">
            {leftOut.length === 0
              ? t('film.report.allUsed')
              : t('film.report.usedCount', { used: used.length, all: film.photos.length })}
          </Text>
          {isUnread && <FailedBanner error={trip.error} />}
          {groups.map(({ stop, photos }) => (
            <Group
              key={stop?.id ?? 'elsewhere'}
              icon={stop ? categoryIcon(stop.category ?? '') : 'question'}
              title={
                stop
                  ? (stop.name ?? unnamed)
                  : t(
                      isUnread
                        ? 'film.report.unread'
                        : stops.length > 0
                          ? 'film.report.elsewhere'
                          : 'film.report.unmatched',
                    )
              }
              photos={photos}
              {...{ order, numbers }}
            />
          ))}
        </Section>
      )}
      {blamed !== undefined && (
        <Section title={t('film.failed.blamed')}>
          <Photos photos={[{ photoUrl: blamed, used: false }]} {...{ order, numbers }} />
        </Section>
      )}
      {leftOut.length > 0 && (
        <Section title={t('film.report.leftOut')}>
          {leftOut.map(({ reason, photos }) => (
            <Group
              key={reason ?? 'other'}
              icon="minus"
              title={t(`film.report.${reason ?? 'other'}`)}
              photos={photos}
              {...{ order, numbers }}
            />
          ))}
          {!film.keepAll && leftOut.some(({ reason }) => reason !== null && kept.has(reason)) && (
            <Text as="small" colour="quiet">
              {t('film.report.keepAllHint')}
            </Text>
          )}
        </Section>
      )}
    </View>
  );
}

const unnamed = '\u00a0';

/** What "use every photo" keeps. */
const kept = new Set<string>(['duplicate', 'blurred', 'too_many_for_length']);

interface PhotosProps {
  photos: Video['photos'];
  /** The order that they were sent with, if this device did. */
  order: Order | undefined;
  numbers: ReadonlyMap<string, number>;
}

function Group({ icon, title, ...rest }: PhotosProps & { icon: IconName; title: string }) {
  return (
    <View style={styles.group}>
      <View style={styles.head}>
        <Icon name={icon} size={20} colour="quiet" />
        <Text as="small" style={styles.title}>
          {title}
        </Text>
      </View>
      <Photos {...rest} />
    </View>
  );
}

/** The photos themselves, where this device has sent them; their numbers elsewhere. */
function Photos({ photos, order, numbers }: PhotosProps) {
  const { t } = useTranslation();
  const name = (photoUrl: string) => t('film.photo.one', { number: numbers.get(photoUrl) ?? '?' });
  if (!order) {
    return (
      <Text as="small" colour="quiet" style={styles.indented}>
        {photos.map(({ photoUrl }) => name(photoUrl)).join(', ')}
      </Text>
    );
  }
  return (
    <View style={[styles.photos, styles.indented]}>
      {photos.map(({ photoUrl }) => (
        <Picture
          key={photoUrl}
          id={fileAt(order, photoUrl)?.id}
          size={64}
          label={fileAt(order, photoUrl)?.name ?? name(photoUrl)}
        />
      ))}
    </View>
  );
}

const styles = StyleSheet.create({
  all: { gap: space.xl },
  group: { gap: space.s },
  head: { flexDirection: 'row', gap: space.s, alignItems: 'flex-start' },
  title: { flex: 1 },
  indented: { marginLeft: 28 },
  photos: { flexDirection: 'row', flexWrap: 'wrap', gap: space.s },
});
