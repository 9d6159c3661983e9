import { Image } from 'expo-image';
import { useState } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';

import type { PlanSummary } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatInstant } from '@/i18n/format';
import { askForLibrary, photosBetween, type Proposal, takeProposed } from '@/platform/photos';
import { Banner, Button, Icon, Loading, radius, Sheet, space, Text, useColours } from '@/ui';
import type { UnfitFile } from './desk';
import { useDeskState, useFilmDesk } from './FilmDeskProvider';
import { mostPhotos } from './files';
import { spread, timeOf } from './trips';

interface ProposalsSheetProps {
  trip: PlanSummary;
  open: boolean;
  onClose: () => void;
  onTaken: (unfit: UnfitFile[]) => void;
}

type Found = { is: 'unasked' } | { is: 'looking' } | { is: 'refused' } | { is: 'found'; photos: Proposal[] };

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

  const look = async () => {
    setFound({ is: 'looking' });
    if (!(await askForLibrary())) {
      setFound({ is: 'refused' });
      return;
    }
    const { from, to } = timeOf(trip);
    const here = new Set(draft.photos.map(({ fingerprint }) => fingerprint));
    const photos = (await photosBetween(from, to, mostShown)).filter(({ asset }) => !here.has(asset));
    setFound({ is: 'found', photos });
    setChosen(new Set(spread(photos, room).map(({ asset }) => asset)));
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
    <Sheet title={t('film.photo.proposalsTitle')} open={open} onClose={onClose}>
      {found.is === 'unasked' && (
        <>
          <Text>{t('film.photo.proposeWhy')}</Text>
          <Button full icon="sparkle" label={t('film.photo.propose')} onPress={() => void look()} />
        </>
      )}
      {found.is === 'looking' && <Loading />}
      {found.is === 'refused' && <Banner tone="warn" icon="lock" text={t('film.photo.notAllowed')} />}
      {found.is === 'found' && found.photos.length === 0 && <Text>{t('film.photo.proposalsNone')}</Text>}
      {found.is === 'found' && found.photos.length > 0 && (
        <>
          <View style={styles.grid}>
            {found.photos.map((proposal) => (
              <ProposedPhoto
                key={proposal.asset}
                proposal={proposal}
                chosen={chosen.has(proposal.asset)}
                onPress={() => turn(proposal.asset)}
              />
            ))}
          </View>
          <Button
            full
            label={t('film.photo.proposalsTake', { count: chosen.size })}
            disabled={chosen.size === 0}
            onPress={() => void take(found.photos)}
          />
        </>
      )}
    </Sheet>
  );
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
