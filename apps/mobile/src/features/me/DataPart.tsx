import { useState } from 'react';
import { StyleSheet, View } from 'react-native';

import { useTranslation } from '@/i18n';
import { Banner, Button, FailedBanner, Icon, Sheet, space, Text } from '@/ui';
import { useDeletion, useExport } from './account';
import { Part } from './Part';

/** What Oddiya holds: to be taken along, and to be deleted. */
export function DataPart() {
  const { t } = useTranslation();
  const [isLeaving, leave] = useState(false);
  return (
    <Part title={t('me.data.title')}>
      <Text as="small" colour="quiet">
        {t('me.data.exportMeans')}
      </Text>
      <Export label={t('me.data.export')} />
      <Button kind="danger" icon="trash" label={t('me.delete.title')} onPress={() => leave(true)} />
      <Sheet title={t('me.delete.title')} open={isLeaving} onClose={() => leave(false)}>
        {isLeaving && <Deletion onKeep={() => leave(false)} />}
      </Sheet>
    </Part>
  );
}

function Export({ label, full = false }: { label: string; full?: boolean }) {
  const { t } = useTranslation();
  const { mutate, data, error, isPending } = useExport();
  return (
    <View style={styles.export}>
      <Button
        kind="soft"
        full={full}
        icon="download"
        label={label}
        busy={isPending}
        onPress={() => mutate()}
      />
      {error && <FailedBanner error={error} />}
      {(data === 'saved' || data === 'shared') && <Banner icon="check" text={t(`me.data.${data}`)} />}
    </View>
  );
}

/** What deletion means, before it is asked for. */
function Deletion({ onKeep }: { onKeep: () => void }) {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useDeletion();
  return (
    <>
      <Text>{t('me.delete.means')}</Text>
      <View role="list" style={styles.list}>
        {(['trips', 'films', 'account'] as const).map((what) => (
          <View role="listitem" key={what} style={styles.item}>
            <Icon name="trash" size={18} colour="fail" />
            <Text style={styles.words}>{t(`me.delete.${what}`)}</Text>
          </View>
        ))}
      </View>
      <Text as="small" colour="quiet">
        {t('me.delete.kept')}
      </Text>
      <Export full label={t('me.delete.first')} />
      {error && <FailedBanner error={error} />}
      <View style={styles.list}>
        <Button
          full
          kind="danger"
          icon="trash"
          label={t('me.delete.do')}
          busy={isPending}
          onPress={() => mutate()}
        />
        <Button full kind="soft" label={t('me.delete.keep')} disabled={isPending} onPress={onKeep} />
      </View>
    </>
  );
}

const styles = StyleSheet.create({
  export: { gap: space.s },
  list: { gap: space.s },
  item: { flexDirection: 'row', gap: space.m, alignItems: 'flex-start' },
  words: { flex: 1 },
});
