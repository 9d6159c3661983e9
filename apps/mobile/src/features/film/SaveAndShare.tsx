import { useMutation, useQuery } from '@tanstack/react-query';
import { Platform, StyleSheet, View } from 'react-native';

import { useTranslation } from '@/i18n';
import { canShareFilm, type Saved, saveFilm, shareFilm } from '@/platform/save';
import { Banner, Button, space } from '@/ui';
import { fileName } from './words';

const told = {
  inGallery: 'film.ready.savedGallery',
  asFile: 'film.ready.savedFile',
  notAllowed: 'film.ready.notAllowed',
} as const satisfies Record<Saved, string>;

/** A film to keep, and to hand on. */
export function SaveAndShare({ url, name }: { url: string; name: string }) {
  const { t } = useTranslation();
  const save = useMutation({ mutationFn: () => saveFilm(url, fileName(name)) });
  const share = useMutation({ mutationFn: () => shareFilm(url, fileName(name)) });
  const canShare = useQuery({
    queryKey: ['device', 'canShareFilm'],
    queryFn: canShareFilm,
    staleTime: Infinity,
    persister: undefined,
  });
  const isWeb = Platform.OS === 'web';
  return (
    <View style={styles.all}>
      <View style={styles.ways}>
        <Button
          icon="download"
          label={t(isWeb ? 'film.ready.download' : 'film.ready.save')}
          busy={save.isPending}
          onPress={() => save.mutate()}
        />
        {canShare.data === true && (
          <Button
            kind="soft"
            icon="share"
            label={t('film.ready.share')}
            busy={share.isPending}
            onPress={() => share.mutate()}
          />
        )}
      </View>
      {save.data && (
        <Banner
          tone={save.data === 'notAllowed' ? 'warn' : 'calm'}
          icon={save.data === 'notAllowed' ? 'lock' : 'check'}
          text={t(told[save.data])}
        />
      )}
      {(save.error ?? share.error) && <Banner tone="fail" icon="warning" text={t('film.ready.notFetched')} />}
    </View>
  );
}

const styles = StyleSheet.create({
  all: { gap: space.m },
  ways: { flexDirection: 'row', flexWrap: 'wrap', gap: space.s, justifyContent: 'center' },
});
