import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import type { Plan } from '@/api/types';
import { useTranslation } from '@/i18n';
import { type Shared, shareFile, shareLink } from '@/platform/share';
import { Banner, Button, FailedBanner, Sheet, space, Text } from '@/ui';
import { useSharing } from './changes';

const types = { ics: 'text/calendar', gpx: 'application/gpx+xml' } as const;

/** A plan for others: a link that anybody may open, a calendar, a track. */
export function ShareSheet({ plan, open, onClose }: { plan: Plan; open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { share, stop, read } = useSharing(plan.id);
  const [outcome, setOutcome] = useState<Shared | null>(null);
  const [unshared, setUnshared] = useState(false);
  const url = share.data?.url;
  const failure = share.error ?? stop.error ?? read.error;

  async function offer(link: string) {
    setOutcome(await shareLink({ url: link, title: plan.title }));
  }
  async function hand(kind: 'ics' | 'gpx') {
    const content = await read.mutateAsync(kind);
    setOutcome(await shareFile({ name: `${fileName(plan.title)}.${kind}`, type: types[kind], content }));
  }
  function begin() {
    setOutcome(null);
    setUnshared(false);
  }
  return (
    <Sheet title={t('plan.share.title')} open={open} onClose={onClose}>
      <Text colour="quiet">{t('plan.share.means')}</Text>
      {failure && <FailedBanner error={failure} />}
      {url && (
        <Text as="small" selectable style={styles.link}>
          {url}
        </Text>
      )}
      {outcome !== null && outcome !== 'left' && <Banner icon="check" text={t(`plan.share.${outcome}`)} />}
      {unshared && <Banner icon="check" text={t('plan.share.stopped')} />}
      <View style={styles.doing}>
        {url ? (
          <Button full icon="share" label={t('plan.share.send')} onPress={() => void offer(url)} />
        ) : (
          <Button
            full
            icon="share"
            label={t('plan.share.make')}
            busy={share.isPending}
            onPress={() => {
              begin();
              share.mutate();
            }}
          />
        )}
        <Button
          full
          kind="plain"
          label={t('plan.share.stop')}
          busy={stop.isPending}
          onPress={() => {
            begin();
            stop.mutate(undefined, { onSuccess: () => setUnshared(true) });
          }}
        />
      </View>
      <Text as="label">{t('plan.share.files')}</Text>
      <View style={styles.doing}>
        {(['ics', 'gpx'] as const).map((kind) => (
          <Button
            key={kind}
            full
            kind="soft"
            icon={kind === 'ics' ? 'calendar' : 'pin'}
            label={t(`plan.share.${kind}`)}
            busy={read.isPending && read.variables === kind}
            onPress={() => {
              begin();
              // What goes wrong is told by the mutation.
              hand(kind).catch(() => undefined);
            }}
          />
        ))}
      </View>
    </Sheet>
  );
}

/** A title as the name of a file on any system. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim() || 'Oddiya';
}

const styles = StyleSheet.create({ doing: { gap: space.s }, link: { flexShrink: 1 } });
