import { Image } from 'expo-image';
import { useState } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';

import type { PlanSummary } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatInstant, formatNumber } from '@/i18n/format';
import type { Spot } from '@/platform/files';
import { askForLibrary, photosBetween, type Proposal, takeProposed } from '@/platform/photos';
import { Banner, Button, Icon, Loading, radius, Sheet, space, Text, useColours } from '@/ui';
import type { UnfitFile } from './desk';
import { useDeskState, useFilmDesk } from './FilmDeskProvider';
import { mostPhotos } from './files';
import { type Spots, spotsOf } from './spots';
import { useStops } from './stops';
import { byPlace, proposed, timeOf } from './trips';

interface ProposalsSheetProps {
  trip: PlanSummary;
  open: boolean;
  onClose: () => void;
  onTaken: (unfit: UnfitFile[]) => void;
}

type Found =
  { is: 'unasked' } | { is: 'looking' } | { is: 'refused' } | { is: 'failed' } | ({ is: 'found' } & Shown);

interface Shown {
  all: number;
  photos: Proposal[];
  /** Where they were taken, by name, once that was wanted. */
  spots: Spots | null;
}

/** More than a film can have, to choose from; not all of a library. */
const mostShown = 240;

/** Photos of the trip's days: first what looking for them means, then they themselves. */
export function ProposalsSheet({ trip, open, onClose, onTaken }: ProposalsSheetProps) {
  const { t } = useTranslation();
  const desk = useFilmDesk();
  const { draft } = useDeskState();
  const [found, setFound] = useState<Found>({ is: 'unasked' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const room = mostPhotos - draft.photos.length;

  const stops = useStops(open ? trip.id : undefined).data ?? [];

  const look = async () => {
    setFound({ is: 'looking' });
    try {
      if (!(await askForLibrary())) {
        setFound({ is: 'refused' });
        return;
      }
      const { from, to } = timeOf(trip);
      const here = new Set(draft.photos.map(({ fingerprint }) => fingerprint));
      const { all, photos } = await photosBetween(from, to, mostShown);
      show({ all, photos: photos.filter(({ asset }) => !here.has(asset)), spots: null });
    } catch {
      setFound({ is: 'failed' });
    }
  };
  const show = (shown: Shown) => {
    setFound({ is: 'found', ...shown });
    setChosen(new Set(proposed(parted(shown.photos, shown.spots, stops), room).map(({ asset }) => asset)));
  };
  /** Asked of the library when it is wanted, and told to nobody. */
  const compare = async ({ all, photos, spots: before }: Shown) => {
    setFound({ is: 'looking' });
    const spots = await spotsOf(photos.map(({ asset }) => asset));
    if (before === null) show({ all, photos, spots });
    // Asked once more, what was chosen by hand stays.
    else setFound({ is: 'found', all, photos, spots });
  };
  const take = async (photos: readonly Proposal[]) => {
    onClose();
    setFound({ is: 'unasked' });
    onTaken(await desk.take(await takeProposed(photos.filter(({ asset }) => chosen.has(asset)))));
  };
  const turn = (asset: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(asset) && after.size < room) after.add(asset);
      return after;
    });

  return (
    <Sheet
      title={t('film.photo.proposalsTitle')}
      open={open}
      onClose={onClose}
      foot={
        found.is === 'found' &&
        found.photos.length > 0 && (
          <Button
            full
            label={t('film.photo.proposalsTake', { count: chosen.size })}
            disabled={chosen.size === 0}
            onPress={() => void take(found.photos)}
          />
        )
      }
    >
      {found.is === 'unasked' && (
        <>
          <Text>{t('film.photo.proposeWhy')}</Text>
          <Button full icon="sparkle" label={t('film.photo.propose')} onPress={() => void look()} />
        </>
      )}
      {found.is === 'looking' && <Loading />}
      {found.is === 'refused' && <Banner tone="warn" icon="lock" text={t('film.photo.notAllowed')} />}
      {found.is === 'found' && found.photos.length === 0 && <Text>{t('film.photo.proposalsNone')}</Text>}
      {found.is === 'failed' && (
        <>
          <Banner tone="fail" icon="warning" text={t('film.photo.proposalsFailed')} />
          <Button kind="soft" icon="again" label={t('common.action.retry')} onPress={() => void look()} />
        </>
      )}
      {found.is === 'found' && found.photos.length > 0 && (
        <>
          {found.all > mostShown && (
            <Text as="small" colour="quiet">
              {t('film.photo.proposalsSome', {
                shown: formatNumber(found.photos.length),
                all: formatNumber(found.all),
              })}
            </Text>
          )}
          {found.spots === null && stops.length > 0 && (
            <View style={styles.places}>
              <Text as="small" colour="quiet">
                {t('film.photo.placesWhy')}
              </Text>
              <Button
                kind="soft"
                icon="pin"
                label={t('film.photo.places')}
                onPress={() => void compare(found)}
              />
            </View>
          )}
          {groupsOf(found.photos, found.spots, stops).map(({ name, photos }) => (
            <View key={name} style={styles.places}>
              {found.spots !== null && (
                <Text as="label">{t(`film.photo.${name}`, { count: photos.length })}</Text>
              )}
              {name === 'unread' && (
                <Button
                  kind="soft"
                  icon="again"
                  label={t('common.action.retry')}
                  onPress={() => void compare(found)}
                />
              )}
              <View style={styles.grid}>
                {photos.map((proposal) => (
                  <ProposedPhoto
                    key={proposal.asset}
                    proposal={proposal}
                    chosen={chosen.has(proposal.asset)}
                    onPress={() => turn(proposal.asset)}
                  />
                ))}
              </View>
            </View>
          ))}
          {found.spots !== null && parted(found.photos, found.spots, stops).near.length === 0 && (
            <Text as="small" colour="quiet">
              {t('film.photo.placesNone')}
            </Text>
          )}
        </>
      )}
    </Sheet>
  );
}

type Places = readonly { position: Spot }[];

function parted(photos: readonly Proposal[], spots: Spots | null, stops: Places) {
  return byPlace(photos, ({ asset }) => (spots ? spots.get(asset) : null), stops);
}

const groups = ['near', 'elsewhere', 'unread'] as const;

function groupsOf(photos: readonly Proposal[], spots: Spots | null, stops: Places) {
  const by = parted(photos, spots, stops);
  return groups.map((name) => ({ name, photos: by[name] })).filter((group) => group.photos.length > 0);
}

interface ProposedPhotoProps {
  proposal: Proposal;
  chosen: boolean;
  onPress: () => void;
}

function ProposedPhoto({ proposal: { uri, takenAt }, chosen, onPress }: ProposedPhotoProps) {
  const { t } = useTranslation();
  const colours = useColours();
  return (
    <Pressable
      role="checkbox"
      aria-checked={chosen}
      aria-label={t('film.photo.proposal', { at: formatInstant(takenAt) })}
      onPress={onPress}
      style={[
        styles.cell,
        { borderColor: chosen ? colours.accent : 'transparent', backgroundColor: colours.sunken },
      ]}
    >
      <View aria-hidden style={styles.whole}>
        <Image source={{ uri }} contentFit="cover" style={styles.whole} />
      </View>
      {chosen && (
        <View style={[styles.tick, { backgroundColor: colours.accent }]}>
          <Icon name="check" size={16} colour="onAccent" />
        </View>
      )}
    </Pressable>
  );
}

const styles = StyleSheet.create({
  places: { gap: space.s },
  grid: { flexDirection: 'row', flexWrap: 'wrap', gap: space.s },
  cell: { width: 96, height: 96, borderRadius: radius.s, borderWidth: 3, overflow: 'hidden' },
  whole: { width: '100%', height: '100%' },
  tick: {
    position: 'absolute',
    right: space.xs,
    top: space.xs,
    borderRadius: radius.round,
    padding: space.hair,
  },
});
