import { useRouter } from 'expo-router';
import { StyleSheet, View } from 'react-native';

import type { Video } from '@/api/types';
import { useTranslation } from '@/i18n';
import { formatInstant } from '@/i18n/format';
import { Age } from '@/offline/Age';
import { Button, CardLink, Failed, Icon, Loading, Notice, Screen, space, Text, useIsWide } from '@/ui';
import { useDeskState } from './FilmDeskProvider';
import type { Order } from './order';
import { shareSent, waitsForDecision } from './order';
import { Picture, Poster } from './Picture';
import { Progress } from './Progress';
import { filmsIn, useFilms } from './queries';
import { isOpen } from './states';
import { Unwritten } from './Unwritten';
import { isBegun } from './wish';
import { useFilmName, useFilmWords, useOrderName } from './words';

export function FilmsScreen() {
  const { t } = useTranslation();
  const router = useRouter();
  const isWide = useIsWide();
  const films = useFilms();
  const { draft, orders } = useDeskState();
  const made = filmsIn(films.data);
  // What the API has accepted is in its list as soon as that has been read again.
  const known = new Set(made.map(({ jobId }) => jobId));
  const onTheWay = orders.filter(({ stage }) => stage.is !== 'ordered' || !known.has(stage.jobId));
  const begin = () => router.push('/film/new');
  const isBare = made.length === 0 && onTheWay.length === 0 && !isBegun(draft);
  return (
    <Screen
      title={t('film.title')}
      actions={isWide && !isBare ? <Button icon="plus" label={t('film.new')} onPress={begin} /> : undefined}
      foot={
        !isWide && !isBare ? (
          <Button
            full
            icon="plus"
            label={isBegun(draft) ? t('film.draft.continue') : t('film.new')}
            onPress={begin}
          />
        ) : undefined
      }
    >
      <Unwritten />
      {isBegun(draft) && <DraftCard photos={draft.photos} title={draft.title} onOpen={begin} />}
      <Cards>
        {onTheWay.map((order) => (
          <OrderCard key={order.key} order={order} />
        ))}
      </Cards>
      {films.data ? (
        <>
          <Age query={films} />
          {isBare && (
            <Notice icon="film" title={t('film.emptyTitle')} body={t('film.emptyBody')}>
              <Button icon="plus" label={t('film.new')} onPress={begin} />
            </Notice>
          )}
          <Cards>
            {made.map((film) => (
              <FilmCard key={film.jobId} film={film} />
            ))}
          </Cards>
          {films.hasNextPage && (
            <Button
              kind="soft"
              label={t('film.more')}
              busy={films.isFetchingNextPage}
              onPress={() => void films.fetchNextPage()}
            />
          )}
        </>
      ) : films.error ? (
        <Failed error={films.error} onRetry={() => void films.refetch()} />
      ) : (
        <Loading />
      )}
    </Screen>
  );
}

function Cards({ children }: { children: React.ReactElement[] }) {
  if (children.length === 0) return null;
  return (
    <View role="list" style={styles.list}>
      {children.map((card) => (
        <View role="listitem" key={card.key}>
          {card}
        </View>
      ))}
    </View>
  );
}

const signs = { COMPLETED: 'check', FAILED: 'warning', PENDING: 'clock', PROCESSING: 'wand' } as const;
const inks = { COMPLETED: 'pass', FAILED: 'fail', PENDING: 'quiet', PROCESSING: 'accent' } as const;

function FilmCard({ film }: { film: Video }) {
  const router = useRouter();
  const words = useFilmWords();
  const nameOf = useFilmName();
  const { t } = useTranslation();
  return (
    <CardLink onPress={() => router.push({ pathname: '/film/[id]', params: { id: film.jobId } })}>
      <View style={styles.row}>
        <Poster url={film.posterUrl} width={72} />
        <View style={styles.words}>
          <Text as="heading">{nameOf(film)}</Text>
          <Text as="small" colour="quiet">
            {`${words.look(film.template)} · ${words.seconds(film.seconds)} · ${formatInstant(film.createdAt)}`}
          </Text>
          <View style={styles.state}>
            <Icon name={signs[film.status]} size={18} colour={inks[film.status]} />
            <Text as="label" colour={inks[film.status]} style={styles.words}>
              {words.state(film)}
            </Text>
          </View>
          {isOpen(film) && <Progress share={film.progress / 100} label={t('film.making.progress')} />}
        </View>
      </View>
    </CardLink>
  );
}

function OrderCard({ order }: { order: Order }) {
  const router = useRouter();
  const words = useFilmWords();
  const nameOf = useOrderName();
  const { t } = useTranslation();
  const isStopped = order.stage.is === 'refused' || waitsForDecision(order);
  return (
    <CardLink onPress={() => router.push({ pathname: '/film/[id]', params: { id: order.key } })}>
      <View style={styles.row}>
        <Picture id={order.draft.photos[0]?.id} size={72} />
        <View style={styles.words}>
          <Text as="heading">{nameOf(order)}</Text>
          <Text as="small" colour="quiet">
            {words.counted(order)}
          </Text>
          <View style={styles.state}>
            <Icon name={isStopped ? 'warning' : 'up'} size={18} colour={isStopped ? 'fail' : 'accent'} />
            <Text as="label" colour={isStopped ? 'fail' : 'accent'} style={styles.words}>
              {words.sending(order)}
            </Text>
          </View>
          {!isStopped && (
            <Progress
              share={shareSent(order)}
              label={t('film.sending.progress')}
              quiet={order.hold !== null}
            />
          )}
        </View>
      </View>
    </CardLink>
  );
}

function DraftCard({
  photos,
  title,
  onOpen,
}: {
  photos: readonly { id: string }[];
  title: string;
  onOpen: () => void;
}) {
  const { t } = useTranslation();
  return (
    <CardLink onPress={onOpen}>
      <View style={styles.row}>
        <Picture id={photos[0]?.id} size={72} />
        <View style={styles.words}>
          <Text as="heading">{title.trim() || t('film.draft.continue')}</Text>
          <Text as="small" colour="quiet">
            {`${t('film.photos', { count: photos.length })} · ${t('film.state.draft')}`}
          </Text>
        </View>
        <Icon name="next" colour="quiet" />
      </View>
    </CardLink>
  );
}

const styles = StyleSheet.create({
  list: { gap: space.m },
  row: { flexDirection: 'row', alignItems: 'center', gap: space.l },
  words: { flex: 1, gap: space.xs },
  state: { flexDirection: 'row', alignItems: 'center', gap: space.s },
});
