import { useRouter } from 'expo-router';
import { useEffect, useState } from 'react';
import { StyleSheet, View } from 'react-native';

import { useTranslation } from '@/i18n';
import { formatPercent, formatTime } from '@/i18n/format';
import { knownCode } from '@/i18n/problemText';
import { Banner, Button, Card, Loading, Notice, Screen, space, Text } from '@/ui';
import { Confirm } from './Confirm';
import { useDeskState, useFilmDesk } from './FilmDeskProvider';
import { fewestPhotos } from './files';
import { type Order, type Parcel, shareSent, stuck, waitsForDecision } from './order';
import { Picture } from './Picture';
import { Progress } from './Progress';
import { Unwritten } from './Unwritten';
import { isBegun } from './wish';
import { useFilmWords, useOrderName } from './words';

/** A film that was asked for here and is on its way to the API. Once it is there its own page takes over. */
export function OrderScreen({ orderKey }: { orderKey: string }) {
  const { t } = useTranslation();
  const router = useRouter();
  const desk = useFilmDesk();
  const { open, orders } = useDeskState();
  const nameOf = useOrderName();
  const [isAsking, setAsking] = useState(false);
  const order = orders.find(({ key }) => key === orderKey);
  const jobId = order?.stage.is === 'ordered' ? order.stage.jobId : undefined;
  useEffect(() => {
    if (jobId !== undefined) router.replace({ pathname: '/film/[id]', params: { id: jobId } });
  }, [jobId, router]);

  if (!open || jobId !== undefined) {
    return (
      <Screen title={t('film.sending.title')} up="/film">
        <Loading />
      </Screen>
    );
  }
  if (!order) {
    return (
      <Screen title={t('film.sending.title')} up="/film">
        <Notice icon="film" title={t('film.sending.goneTitle')} body={t('film.sending.goneBody')}>
          <Button label={t('film.sending.toList')} onPress={() => router.replace('/film')} />
        </Notice>
      </Screen>
    );
  }
  return (
    <Screen title={nameOf(order)} up="/film">
      <Unwritten />
      {order.stage.is === 'refused' ? <RefusedCard order={order} /> : <SendingCard order={order} />}
      <StuckCard order={order} />
      <Parcels parcels={order.parcels} />
      <Button kind="danger" icon="trash" label={t('film.sending.discard')} onPress={() => setAsking(true)} />
      <Confirm
        open={isAsking}
        title={t('film.sending.discardTitle')}
        body={t('film.sending.discardBody')}
        yes={t('film.sending.discardYes')}
        onYes={() => {
          setAsking(false);
          void desk.discard(order.key);
          router.replace('/film');
        }}
        onClose={() => setAsking(false)}
      />
    </Screen>
  );
}

function SendingCard({ order }: { order: Order }) {
  const { t } = useTranslation();
  const words = useFilmWords();
  const desk = useFilmDesk();
  const { hold } = order;
  const share = shareSent(order);
  const isStopped = waitsForDecision(order);
  return (
    <Card style={styles.card}>
      <Text as="display" aria-live="polite">
        {formatPercent(share)}
      </Text>
      <Progress share={share} label={t('film.sending.progress')} quiet={hold !== null || isStopped} />
      <Text as="strong">{words.counted(order)}</Text>
      {isStopped ? (
        <Text as="small" colour="quiet">
          {words.sending(order)}
        </Text>
      ) : hold ? (
        <>
          <Banner
            icon={hold.code === 'no_answer' ? 'offline' : 'clock'}
            text={
              hold.code === 'no_answer'
                ? t('film.sending.heldOffline')
                : `${t(`problems.${knownCode(hold.code)}`)} ${t('film.sending.heldUntil', {
                    time: formatTime(hold.until),
                  })}`
            }
          />
          <Button
            kind="soft"
            icon="again"
            label={t('film.sending.tryNow')}
            onPress={() => desk.reconnected()}
          />
        </>
      ) : (
        <Text as="small" colour="quiet">
          {order.asks === 'film' ? t('film.sending.asking') : t('film.sending.now')}
        </Text>
      )}
      {!isStopped && (
        <Text as="small" colour="quiet">
          {t('film.sending.leave')}
        </Text>
      )}
    </Card>
  );
}

function RefusedCard({ order }: { order: Order }) {
  const { t } = useTranslation();
  if (order.stage.is !== 'refused') return null;
  const isPlan = order.stage.errors.some(({ pointer }) => pointer === '/planId');
  return (
    <Card style={styles.card}>
      <Text as="heading" level={2}>
        {t('film.sending.refusedTitle')}
      </Text>
      <Banner
        tone="fail"
        icon="warning"
        text={isPlan ? t('film.sending.refusedPlan') : t(`problems.${knownCode(order.stage.code)}`)}
      />
      <TakeBack orderKey={order.key} label={t('film.sending.change')} />
    </Card>
  );
}

/** The way back to where a film is put together, unless another one lies there. */
function TakeBack({ orderKey, label, kind }: { orderKey: string; label: string; kind?: 'soft' }) {
  const router = useRouter();
  const desk = useFilmDesk();
  const { draft } = useDeskState();
  if (isBegun(draft)) return null;
  return (
    <Button
      icon="edit"
      label={label}
      {...(kind ? { kind } : {})}
      onPress={() => {
        void desk.takeBack(orderKey);
        router.replace('/film/new');
      }}
    />
  );
}

/** What only the traveller can decide: to do without what cannot be sent. */
function StuckCard({ order }: { order: Order }) {
  const { t } = useTranslation();
  const desk = useFilmDesk();
  const files = stuck(order);
  if (files.length === 0 || order.stage.is !== 'sending') return null;
  const ids = new Set(files.map(({ file }) => file.id));
  const isEnough = order.draft.photos.filter(({ id }) => !ids.has(id)).length >= fewestPhotos;
  return (
    <Card style={styles.card}>
      <Text as="heading" level={2}>
        {t('film.sending.stuckTitle', { count: files.length })}
      </Text>
      <Text>
        {t(isEnough ? 'film.sending.stuckBody' : 'film.sending.stuckTooFew', { count: files.length })}
      </Text>
      {isEnough && (
        <Button
          label={t('film.sending.without')}
          onPress={() => files.forEach(({ file }) => desk.leaveOut(order.key, file.id))}
        />
      )}
      {waitsForDecision(order) && (
        <TakeBack
          orderKey={order.key}
          label={t('film.sending.choose')}
          {...(isEnough ? { kind: 'soft' } : {})}
        />
      )}
    </Card>
  );
}

function Parcels({ parcels }: { parcels: readonly Parcel[] }) {
  const { t } = useTranslation();
  return (
    <View style={styles.parcels}>
      <Text as="heading" level={2}>
        {t('film.sending.files')}
      </Text>
      <View role="list" style={styles.parcels}>
        {parcels.map((parcel) => (
          <View role="listitem" key={parcel.file.id} style={styles.row}>
            <ParcelRow parcel={parcel} />
          </View>
        ))}
      </View>
    </View>
  );
}

function ParcelRow({ parcel: { file, passage, shown } }: { parcel: Parcel }) {
  const { t } = useTranslation();
  const isUnder = passage.is === 'sending' || shown > 0;
  const state =
    passage.is === 'arrived' || passage.is === 'lost' || passage.is === 'unwanted'
      ? t(`film.sending.${passage.is}`)
      : isUnder
        ? formatPercent(shown)
        : t('film.sending.waiting');
  const isBad = passage.is === 'lost' || passage.is === 'unwanted';
  return (
    <>
      <Picture id={file.id} size={44} />
      <View style={styles.rowWords}>
        <View style={styles.rowHead}>
          <Text as="small" style={styles.name}>
            {file.name}
          </Text>
          <Text
            as="small"
            colour={isBad ? 'fail' : passage.is === 'arrived' ? 'pass' : 'quiet'}
            style={styles.state}
          >
            {state}
          </Text>
        </View>
        <Progress
          share={passage.is === 'arrived' ? 1 : shown}
          label={file.name}
          quiet={passage.is !== 'arrived' && passage.is !== 'sending'}
        />
      </View>
    </>
  );
}

const styles = StyleSheet.create({
  card: { gap: space.m, padding: space.xl },
  parcels: { gap: space.m },
  row: { flexDirection: 'row', alignItems: 'center', gap: space.m },
  rowWords: { flex: 1, gap: space.xs },
  // Where a name and its state have no room beside each other they stand below each other.
  rowHead: { flexDirection: 'row', flexWrap: 'wrap', columnGap: space.m },
  name: { flexGrow: 1, flexShrink: 1, minWidth: 0 },
  state: { fontVariant: ['tabular-nums'] },
});
