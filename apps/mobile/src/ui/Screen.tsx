import { type Href, useRouter } from 'expo-router';
import type { ReactNode } from 'react';
import { ScrollView, StyleSheet, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';

import { useTranslation } from '@/i18n';
import { IconButton } from './Button';
import { useIsWide } from './layout';
import { usePageTitle } from './pageTitle';
import { Text } from './Text';
import { useColours } from './theme';
import { measure, space } from './tokens';

export interface ScreenProps {
  title: string;
  children: ReactNode;
  /** Where the arrow leads when nothing was before this screen; without it there is no arrow. */
  up?: Href;
  /** Controls at the right of the title. */
  actions?: ReactNode;
  /** Beside the content where there is room, below it where there is not. */
  aside?: ReactNode;
  /** Stays in sight at the lower edge: what to do next. */
  foot?: ReactNode;
}

/** One page: its title, its content in a readable measure, and on wide screens what belongs beside it. */
export function Screen({ title, children, up, actions, aside, foot }: ScreenProps) {
  const colours = useColours();
  const insets = useSafeAreaInsets();
  const isWide = useIsWide();
  usePageTitle(title);
  return (
    <View role="main" style={[styles.screen, { backgroundColor: colours.ground }]}>
      <ScrollView
        contentContainerStyle={[
          styles.scroll,
          isWide && styles.wideScroll,
          { paddingTop: insets.top + (isWide ? space.xxxl : space.l) },
        ]}
        keyboardShouldPersistTaps="handled"
      >
        <View style={[styles.head, !aside && styles.alone]}>
          {up && <Back up={up} />}
          <Text as="title" level={1} style={styles.title}>
            {title}
          </Text>
          {actions}
        </View>
        <View style={isWide && aside ? styles.columns : styles.column}>
          <View style={[styles.content, isWide && aside ? styles.beside : null]}>{children}</View>
          {aside && <View style={isWide ? styles.aside : null}>{aside}</View>}
        </View>
      </ScrollView>
      {foot && (
        <View
          style={[
            styles.foot,
            { backgroundColor: colours.surface, borderColor: colours.line },
            { paddingBottom: space.m + insets.bottom },
          ]}
        >
          <View style={[styles.footInner, isWide && styles.wideFoot]}>{foot}</View>
        </View>
      )}
    </View>
  );
}

function Back({ up }: { up: NonNullable<ScreenProps['up']> }) {
  const router = useRouter();
  const { t } = useTranslation();
  return (
    <View style={styles.back}>
      <IconButton
        icon="back"
        label={t('common.nav.back')}
        onPress={() => (router.canGoBack() ? router.back() : router.replace(up))}
      />
    </View>
  );
}

const styles = StyleSheet.create({
  screen: { flex: 1 },
  scroll: { paddingHorizontal: space.l, paddingBottom: space.huge, gap: space.l, flexGrow: 1 },
  wideScroll: { paddingHorizontal: space.xxxl, width: '100%', maxWidth: 1120, alignSelf: 'center' },
  head: { flexDirection: 'row', alignItems: 'center', gap: space.s, minHeight: 48 },
  // As wide as the content below it, so that what is at its end stands above the content's.
  alone: { maxWidth: measure },
  back: { marginLeft: -space.m },
  title: { flex: 1 },
  column: { gap: space.xl },
  columns: { flexDirection: 'row', gap: space.xxxl, alignItems: 'flex-start' },
  content: { gap: space.l, width: '100%', maxWidth: measure },
  beside: { flex: 1, minWidth: 0 },
  aside: { width: 340, flexShrink: 0 },
  foot: { borderTopWidth: 1, paddingTop: space.m, paddingHorizontal: space.l },
  footInner: { width: '100%', maxWidth: measure, gap: space.s },
  wideFoot: { maxWidth: 1120, paddingHorizontal: space.xxxl - space.l, alignSelf: 'center' },
});
