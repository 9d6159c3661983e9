import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';

import type { PlanSummary } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatNumber } from '@/i18n/format';
import { askForLibrary, choosePhotos, hasLibrary } from '@/platform/photos';
import { Banner, Button, Icon, radius, space, Text, touch, useColours } from '@/ui';
import type { UnfitFile } from './desk';
import { useDeskState, useFilmDesk } from './FilmDeskProvider';
import { mostPhotos } from './files';
import { Picture } from './Picture';
import { ProposalsSheet } from './ProposalsSheet';
import { Section } from './Section';
import { spotsOf } from './spots';
import { Tile } from './Tile';
import { UnfitFiles } from './UnfitFiles';
import type { Draft } from './wish';

interface PhotosPartProps {
  draft: Draft;
  /** The trip whose days are looked for in the photo library. */
  trip: PlanSummary | null;
}

export function PhotosPart({ draft, trip }: PhotosPartProps) {
  const { t } = useTranslation();
  const desk = useFilmDesk();
  const { taking, lasting } = useDeskState();
  const [unfit, setUnfit] = useState<UnfitFile[]>([]);
  const [isProposing, setProposing] = useState(false);
  const { photos } = draft;
  const room = mostPhotos - photos.length;
  const choose = useMutation({
    mutationFn: async () => setUnfit(await desk.take(await choosePhotos(room))),
  });
  return (
    <Section title={t('film.photo.title')}>
      {photos.length > 0 && (
        <Text as="small" colour="quiet" aria-live="polite">
          {t('film.photo.count', { chosen: formatNumber(photos.length), most: formatNumber(mostPhotos) })}
        </Text>
      )}
      {photos.length > 0 && <Grid draft={draft} />}
      {taking > 0 && <Banner icon="photo" text={t('film.photo.taking', { count: taking })} />}
      {!lasting && <Banner tone="warn" icon="warning" text={t('film.photo.unlasting')} />}
      <UnfitFiles files={unfit} />
      {choose.error && <Banner tone="fail" icon="warning" text={t('film.photo.notChosen')} />}
      <View style={styles.ways}>
        {hasLibrary && trip && room > 0 && (
          <Button icon="sparkle" label={t('film.photo.propose')} onPress={() => setProposing(true)} />
        )}
        {room > 0 && (
          <Button
            kind={photos.length === 0 && !(hasLibrary && trip) ? 'primary' : 'soft'}
            icon="photo"
            label={t(photos.length === 0 ? 'film.photo.choose' : 'film.photo.add')}
            onPress={() => choose.mutate()}
          />
        )}
      </View>
      <Text as="small" colour="quiet">
        {`${t('film.photo.order')} ${t('film.photo.unchanged')}`}
      </Text>
      {hasLibrary && draft.planId !== null && photos.some(({ asset }) => asset) && (
        <SpotsChoice draft={draft} />
      )}
      {trip && (
        <ProposalsSheet
          trip={trip}
          open={isProposing}
          onClose={() => setProposing(false)}
          onTaken={setUnfit}
        />
      )}
    </Section>
  );
}

function Grid({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const colours = useColours();
  const desk = useFilmDesk();
  return (
    <View role="list" aria-label={t('film.photo.title')} style={styles.grid}>
      {draft.photos.map(({ id, name }, index) => (
        <View role="listitem" key={id} style={styles.cell}>
          <Picture id={id} size="100%" label={t('film.photo.one', { number: index + 1 })} />
          <Pressable
            role="button"
            aria-label={t('film.photo.remove', { name })}
            onPress={() =>
              desk.changeDraft((before) => ({
                ...before,
                photos: before.photos.filter((photo) => photo.id !== id),
              }))
            }
            style={styles.remove}
          >
            <View style={[styles.cross, { backgroundColor: colours.surface }]}>
              <Icon name="close" size={16} />
            </View>
          </Pressable>
        </View>
      ))}
    </View>
  );
}

/** Asked when there is something to gain by it, and only then. */
function SpotsChoice({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const desk = useFilmDesk();
  const [isRefused, setRefused] = useState(false);
  const [unread, setUnread] = useState(0);
  const change = async () => {
    setUnread(0);
    if (draft.spots) {
      // Whoever takes it back is not remembered by it either.
      desk.changeDraft((before) => ({
        ...before,
        spots: false,
        photos: before.photos.map(({ position: _forgotten, ...photo }) => photo),
      }));
      return;
    }
    const isAllowed = await askForLibrary();
    setRefused(!isAllowed);
    if (!isAllowed) return;
    const assets = draft.photos.flatMap(({ asset }) => asset ?? []);
    const spots = await spotsOf(assets);
    setUnread(assets.length - spots.size);
    desk.changeDraft((before) => ({
      ...before,
      spots: true,
      photos: before.photos.map((photo) => {
        const position = photo.asset && spots.get(photo.asset);
        return position ? { ...photo, position } : photo;
      }),
    }));
  };
  return (
    <>
      <Tile
        wide
        role="checkbox"
        label={t('film.photo.spots')}
        hint={t('film.photo.spotsWhy')}
        chosen={draft.spots}
        onPress={() => void change()}
      />
      {isRefused && <Banner tone="warn" icon="lock" text={t('film.photo.notAllowed')} />}
      {unread > 0 && (
        <Banner tone="warn" icon="question" text={t('film.photo.spotsUnread', { count: unread })} />
      )}
    </>
  );
}

const styles = StyleSheet.create({
  ways: { flexDirection: 'row', flexWrap: 'wrap', gap: space.s },
  grid: { flexDirection: 'row', flexWrap: 'wrap', gap: space.s },
  // Three fill a phone's width; those of a row that is not full are as large.
  cell: { flexGrow: 1, flexBasis: 100, maxWidth: 116 },
  // As large as a thumb, and looking smaller: the photo is what matters.
  remove: {
    position: 'absolute',
    right: 0,
    top: 0,
    width: touch,
    height: touch,
    alignItems: 'flex-end',
    padding: space.xs,
    borderRadius: radius.s,
  },
  cross: { padding: space.xs, borderRadius: radius.round },
});
