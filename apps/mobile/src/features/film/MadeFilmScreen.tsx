import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'expo-router';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import type { Video } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatInstant } from '@/i18n/format';
import { Age } from '@/offline/Age';
import { Banner, Button, Card, Failed, Loading, Screen, space, Text } from '@/ui';
import { wishAgain } from './again';
import { Confirm } from './Confirm';
import { useDeskState, useFilmDesk } from './FilmDeskProvider';
import { PhotoReport } from './PhotoReport';
import { PlayBox } from './PlayBox';
import { Progress } from './Progress';
import { PushOffer } from './PushOffer';
import { useDeleteFilm, useFilm, useVideoChoice } from './queries';
import { SaveAndShare } from './SaveAndShare';
import { failureCodes, isOpen, known, mayComeOut } from './states';
import { type Draft, isBegun } from './wish';
import { ratioOf, useFilmName, useFilmWords } from './words';

export function MadeFilmScreen({ id }: { id: string }) {
  const { t } = useTranslation();
  const [isGone, setGone] = useState(false);
  const film = useFilm(id, !isGone);
  const nameOf = useFilmName();
  return (
    <Screen
      title={film.data ? nameOf(film.data) : t('film.title')}
      up="/film"
      aside={
        film.data && (
          <View style={styles.aside}>
            <Facts film={film.data} />
            <Ending film={film.data} onGone={() => setGone(true)} />
          </View>
        )
      }
    >
      {film.data ? (
        <>
          <Age query={film} />
          <FilmView film={film.data} onStale={() => void film.refetch()} />
        </>
      ) : film.error ? (
        <Failed
          error={film.error}
          onRetry={() => void film.refetch()}
          home={{ label: t('film.sending.toList'), href: '/film' }}
        />
      ) : (
        <Loading />
      )}
    </Screen>
  );
}

function FilmView({ film, onStale }: { film: Video; onStale: () => void }) {
  switch (film.status) {
    case 'PENDING':
    case 'PROCESSING':
      return <Making film={film} />;
    case 'COMPLETED':
      return <Ready film={film} onStale={onStale} />;
    case 'FAILED':
      return <FailedFilm film={film} />;
  }
}

function Making({ film }: { film: Video }) {
  const { t } = useTranslation();
  const words = useFilmWords();
  return (
    <>
      <Card style={styles.card}>
        <Text as="strong" aria-live="polite">
          {words.state(film)}
        </Text>
        <Progress share={film.progress / 100} label={t('film.making.progress')} />
        <Text as="small" colour="quiet">
          {t(film.status === 'PENDING' ? 'film.making.pending' : 'film.making.processing')}
        </Text>
      </Card>
      <PushOffer />
      <View style={styles.box}>
        <PlayBox
          url={film.previewUrl}
          posterUrl={film.posterUrl}
          ratio={ratioOf(film.aspect)}
          label={t('film.making.preview')}
        />
        <Text as="small" colour="quiet" style={styles.centre}>
          {t(film.previewUrl ? 'film.making.preview' : 'film.making.noPreview')}
        </Text>
      </View>
    </>
  );
}

function Ready({ film, onStale }: { film: Video; onStale: () => void }) {
  const { t } = useTranslation();
  const nameOf = useFilmName();
  return (
    <>
      <PlayBox
        url={film.videoUrl}
        posterUrl={film.posterUrl}
        ratio={ratioOf(film.aspect)}
        label={t('film.ready.play')}
        onFailed={onStale}
      />
      {film.videoUrl && <SaveAndShare url={film.videoUrl} name={nameOf(film)} />}
      <PhotoReport film={film} />
    </>
  );
}

function FailedFilm({ film }: { film: Video }) {
  const { t } = useTranslation();
  const code = known(failureCodes, film.failure?.code);
  return (
    <>
      <Card style={styles.card}>
        <Text as="heading" level={2}>
          {t('film.failed.title')}
        </Text>
        <Banner tone="fail" icon="warning" text={t(`film.failed.${code ?? 'other'}`)} />
        <OnceMore film={film} mayComeOut={mayComeOut(code)} />
      </Card>
      <PhotoReport film={film} />
    </>
  );
}

/** The ways on: with what was sent for it, as far as anybody knows what that was. */
function OnceMore({ film, mayComeOut }: { film: Video; mayComeOut: boolean }) {
  const { t } = useTranslation();
  const router = useRouter();
  const desk = useFilmDesk();
  const { open, draft, orders } = useDeskState();
  const order = useMutation({
    mutationFn: (wish: Draft) => desk.orderAgain(wish),
    onSuccess: ({ key }) => router.replace({ pathname: '/film/[id]', params: { id: key } }),
  });
  // Not before it is known what this device has sent.
  if (!open) return null;
  const wish = wishAgain(film, orders, {
    photo: (number) => t('film.photo.one', { number }),
    music: t('film.music.title'),
  });
  const isFree = !isBegun(draft);
  const change = () => {
    if (wish && isFree) desk.changeDraft(() => wish);
    router.push('/film/new');
  };
  return (
    <>
      {wish && (mayComeOut || isFree) && film.failure?.code !== 'photo_lost' && (
        <Text as="small" colour="quiet">
          {t('film.failed.kept')}
        </Text>
      )}
      {wish && mayComeOut && (
        <Button
          icon="again"
          label={t('film.failed.same')}
          busy={order.isPending}
          onPress={() => order.mutate(wish)}
        />
      )}
      <Button
        kind={wish && mayComeOut ? 'soft' : 'primary'}
        icon={wish && isFree ? 'edit' : 'plus'}
        label={t(!isFree ? 'film.draft.continue' : wish ? 'film.sending.change' : 'film.failed.again')}
        onPress={change}
      />
    </>
  );
}

function Facts({ film }: { film: Video }) {
  const { t } = useTranslation();
  const choice = useVideoChoice().data;
  const words = useFilmWords();
  const facts = [
    [t('film.facts.look'), words.look(film.template, choice)],
    [t('film.facts.shape'), words.shape(film.aspect)],
    [t('film.facts.length'), words.seconds(film.seconds)],
    [t('film.facts.music'), words.music(film.music, choice)],
    [t('film.facts.made'), formatInstant(film.createdAt)],
  ] as const;
  return (
    <Card>
      <Text as="heading" level={2}>
        {t('film.facts.title')}
      </Text>
      {facts.map(([name, value]) => (
        <View key={name} style={styles.fact}>
          <Text as="small" colour="quiet">
            {name}
          </Text>
          <Text as="small" style={styles.value}>
            {value}
          </Text>
        </View>
      ))}
    </Card>
  );
}

/** The way to be rid of it: cancelling while it is made, deleting after that. */
function Ending({ film, onGone }: { film: Video; onGone: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const remove = useDeleteFilm();
  const kind = isOpen(film) ? 'cancel' : 'delete';
  const texts =
    kind === 'cancel'
      ? {
          label: t('film.making.cancel'),
          title: t('film.making.cancelTitle'),
          body: t('film.making.cancelBody'),
          yes: t('film.making.cancelYes'),
        }
      : {
          label: t('film.ready.delete'),
          title: t('film.ready.deleteTitle'),
          body: t('film.ready.deleteBody'),
          yes: t('film.ready.deleteYes'),
        };
  const end = () =>
    remove.mutate(film.jobId, {
      onSuccess: () => {
        onGone();
        router.replace('/film');
      },
    });
  return (
    <>
      <Button kind="danger" icon="trash" label={texts.label} onPress={() => setAsking(true)} />
      <Confirm
        open={isAsking}
        title={texts.title}
        body={texts.body}
        yes={texts.yes}
        busy={remove.isPending}
        error={remove.error}
        onYes={end}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

const styles = StyleSheet.create({
  card: { gap: space.m, padding: space.xl },
  aside: { gap: space.l },
  box: { gap: space.s },
  centre: { textAlign: 'center' },
  fact: { flexDirection: 'row', justifyContent: 'space-between', gap: space.l },
  value: { flexShrink: 1, textAlign: 'right' },
});
