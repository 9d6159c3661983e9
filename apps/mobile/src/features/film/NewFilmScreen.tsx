import { useRouter } from 'expo-router';
import { useEffect, useState } from 'react';
import { View } from 'react-native';

import { today } from '@/features/plan/days';
import { usePlans } from '@/features/plan/queries';
import { useTranslation } from '@/i18n';
import { Button, Failed, Field, Loading, Screen, space, Text, useIsWide } from '@/ui';
import { useDeskState, useFilmDesk } from './FilmDeskProvider';
import { PhotosPart } from './PhotosPart';
import { useVideoChoice } from './queries';
import { Section } from './Section';
import { StylePart } from './StylePart';
import { Tile } from './Tile';
import { TripPart } from './TripPart';
import { likelyTrip } from './trips';
import { Unwritten } from './Unwritten';
import { type Draft, fitting, isBegun, missing } from './wish';
import { useFilmWords } from './words';

/** Where a film is put together. All of it is kept on the device until it is asked for. */
export function NewFilmScreen({ planId }: { planId?: string | undefined }) {
  const { t } = useTranslation();
  const router = useRouter();
  const isWide = useIsWide();
  const desk = useFilmDesk();
  const { open, draft: kept, taking } = useDeskState();
  const choice = useVideoChoice();
  const plans = usePlans();
  const words = useFilmWords();
  const [isOrdering, setOrdering] = useState(false);

  useEffect(() => {
    // Whoever comes from a trip means that one.
    if (open && planId) desk.changeDraft((draft) => ({ ...draft, planId, planChosen: true }));
  }, [desk, open, planId]);

  const trips = plans.data?.pages.flatMap((page) => page.items) ?? [];
  const trip = kept.planChosen
    ? (trips.find(({ id }) => id === kept.planId) ?? null)
    : likelyTrip(trips, today());
  const offered = kept.planChosen ? kept : { ...kept, planId: trip?.id ?? null };
  const draft = choice.data ? fitting(offered, choice.data) : offered;
  const change = (part: Partial<Draft>) => desk.changeDraft((before) => ({ ...before, ...part }));
  const lacks = missing(draft);

  const make = async () => {
    setOrdering(true);
    // What is on the screen is what is asked for, also where it was only offered.
    desk.changeDraft(() => draft);
    const { key } = await desk.order();
    router.replace({ pathname: '/film/[id]', params: { id: key } });
  };

  // Not before it is known which trips there are: they stand above the rest.
  const isReady = open && choice.data && !plans.isLoading;
  const style = choice.data && <StylePart choice={choice.data} draft={draft} onChange={change} />;
  return (
    <Screen
      title={t('film.new')}
      up="/film"
      aside={isWide && isReady ? style : undefined}
      foot={
        isReady ? (
          <>
            <Text as="small" colour="quiet" style={{ textAlign: 'center' }}>
              {lacks === 'photos'
                ? t('film.photo.fewest')
                : t('film.order.summary', {
                    photos: t('film.photos', { count: draft.photos.length }),
                    seconds: words.seconds(draft.seconds),
                    shape: words.shape(draft.aspect),
                  })}
            </Text>
            <Button
              full
              icon="film"
              label={t('film.order.make')}
              disabled={lacks !== null || taking > 0}
              busy={isOrdering}
              onPress={() => void make()}
            />
          </>
        ) : undefined
      }
    >
      {isReady ? (
        <View style={{ gap: space.xxl }}>
          <Unwritten />
          <TripPart
            trips={trips}
            unread={plans.data ? null : plans.error}
            onRetry={() => void plans.refetch()}
            chosen={draft.planId}
            onChoose={(id) => change({ planId: id, planChosen: true })}
          />
          <PhotosPart draft={draft} trip={trip} />
          {!isWide && style}
          <Section title={t('film.extra.title')}>
            <Field
              label={t('film.extra.title')}
              hint={t('film.extra.titleHint')}
              value={draft.title}
              maxLength={80}
              onChangeText={(title) => change({ title })}
            />
            <Tile
              wide
              role="checkbox"
              label={t('film.extra.keepAll')}
              hint={t('film.extra.keepAllWhy')}
              chosen={draft.keepAll}
              onPress={() => change({ keepAll: !draft.keepAll })}
            />
          </Section>
          {isBegun(draft) && (
            <Button
              kind="plain"
              icon="again"
              label={t('film.draft.clear')}
              onPress={() => desk.clearDraft()}
            />
          )}
        </View>
      ) : choice.error ? (
        <Failed error={choice.error} onRetry={() => void choice.refetch()} />
      ) : (
        <Loading />
      )}
    </Screen>
  );
}
