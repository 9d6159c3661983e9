import { View } from 'react-native';

import { useTranslation } from '@/i18n';
import { Banner, space, Text } from '@/ui';
import type { UnfitFile } from './desk';

const mostNamed = 5;

/** Files that were chosen and not taken, and why; of many only the first. */
export function UnfitFiles({ files, music = false }: { files: readonly UnfitFile[]; music?: boolean }) {
  const { t } = useTranslation();
  if (files.length === 0) return null;
  return (
    <View style={{ gap: space.xs }}>
      <Banner tone="warn" icon="warning" text={t('film.photo.unfit.title', { count: files.length })} />
      {files.slice(0, mostNamed).map(({ name, why }, index) => (
        <Text as="small" colour="quiet" key={index}>
          {why === 'type' && music
            ? t('film.photo.unfit.music', { name })
            : t(`film.photo.unfit.${why}`, { name })}
        </Text>
      ))}
    </View>
  );
}
