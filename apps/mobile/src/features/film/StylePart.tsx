import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import type { VideoChoice } from '@/api/types';
import { useTranslation } from '@/i18n';
import { chooseMusic } from '@/platform/photos';
import { Banner, Button, Chip, Chips, space } from '@/ui';
import type { UnfitFile } from './desk';
import { LookDrawing, ShapeDrawing } from './drawings';
import { useFilmDesk } from './FilmDeskProvider';
import { Section } from './Section';
import { Tile, wholeWords } from './Tile';
import { UnfitFiles } from './UnfitFiles';
import type { Draft, MusicWish } from './wish';
import { useFilmWords } from './words';

interface StylePartProps {
  choice: VideoChoice;
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

/** What the film is to be like: look, shape, length and music, as far as the API has them. */
export function StylePart({ choice, draft, onChange }: StylePartProps) {
  const { t } = useTranslation();
  const words = useFilmWords();
  const template = choice.templates.find(({ id }) => id === draft.template);
  return (
    <View style={styles.parts}>
      <Section title={t('film.look.title')}>
        <View role="radiogroup" aria-label={t('film.look.title')} style={styles.tiles}>
          {choice.templates.map(({ id }) => (
            <View key={id} style={styles.half}>
              <Tile
                role="radio"
                label={words.look(id, choice)}
                hint={words.lookHint(id)}
                chosen={id === draft.template}
                drawing={<LookDrawing template={id} chosen={id === draft.template} />}
                onPress={() => onChange({ template: id })}
              />
            </View>
          ))}
        </View>
      </Section>
      <Section title={t('film.shape.title')}>
        <View role="radiogroup" aria-label={t('film.shape.title')} style={styles.tiles}>
          {choice.aspects
            .filter(({ id }) => template?.aspects.includes(id))
            .map(({ id, width, height }) => (
              <Tile
                key={id}
                role="radio"
                label={words.shape(id)}
                chosen={id === draft.aspect}
                drawing={<ShapeDrawing width={width} height={height} chosen={id === draft.aspect} />}
                onPress={() => onChange({ aspect: id })}
              />
            ))}
        </View>
      </Section>
      <Section title={t('film.length.title')}>
        <Chips label={t('film.length.title')} role="radiogroup">
          {(template?.seconds ?? []).map((seconds) => (
            <Chip
              key={seconds}
              role="radio"
              label={words.seconds(seconds)}
              chosen={seconds === draft.seconds}
              onPress={() => onChange({ seconds })}
            />
          ))}
        </Chips>
      </Section>
      <MusicPart choice={choice} draft={draft} onChange={onChange} />
    </View>
  );
}

function MusicPart({ choice, draft, onChange }: StylePartProps) {
  const { t } = useTranslation();
  const desk = useFilmDesk();
  const [unfit, setUnfit] = useState<UnfitFile[]>([]);
  const usual = choice.templates.find(({ id }) => id === draft.template)?.music;
  const choose = useMutation({
    mutationFn: async () => {
      const file = await chooseMusic();
      if (file) setUnfit(await desk.take([file]));
    },
  });
  const option = (label: string, music: MusicWish, chosen: boolean, key: string) => (
    <Chip key={key} role="radio" label={label} chosen={chosen} onPress={() => onChange({ music })} />
  );
  const { music, ownMusic } = draft;
  return (
    <Section title={t('film.music.title')}>
      <Chips label={t('film.music.title')} role="radiogroup">
        {option(
          t('film.music.template', { track: choice.tracks.find(({ id }) => id === usual)?.title ?? usual }),
          { is: 'template' },
          music.is === 'template',
          'template',
        )}
        {choice.tracks
          .filter(({ id }) => id !== usual)
          .map(({ id, title, beatsPerMinute }) =>
            option(
              t('film.music.track', { title, beats: beatsPerMinute }),
              { is: 'track', id },
              music.is === 'track' && music.id === id,
              id,
            ),
          )}
        {option(t('film.music.none'), { is: 'none' }, music.is === 'none', 'none')}
        {ownMusic
          ? option(t('film.music.ownIs', { name: ownMusic.name }), { is: 'own' }, music.is === 'own', 'own')
          : null}
      </Chips>
      <Button
        kind="plain"
        icon="music"
        label={t(ownMusic ? 'film.music.other' : 'film.music.choose')}
        onPress={() => choose.mutate()}
      />
      {choose.error && <Banner tone="fail" icon="warning" text={t('film.photo.notChosen')} />}
      <UnfitFiles files={unfit} music />
    </Section>
  );
}

const styles = StyleSheet.create({
  parts: { gap: space.xxl },
  tiles: { flexDirection: 'row', flexWrap: 'wrap', gap: space.s },
  // A row, so that the tile in it may be as tall as its words.
  half: { flexGrow: 1, flexBasis: 140, flexDirection: 'row', ...wholeWords },
});
