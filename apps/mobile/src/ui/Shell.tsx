import { type Href, usePathname, useRouter } from 'expo-router';
import type { ReactNode } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';

import { useTranslation } from '@/i18n';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';
import { pressedByEnter } from './keys';
import { useIsWide } from './layout';
import { Text } from './Text';
import { useColours } from './theme';
import { radius, space, touch } from './tokens';

const places = [
  { href: '/', icon: 'trips', name: 'trips', holds: /^\/($|plan\/)/ },
  { href: '/film', icon: 'film', name: 'films', holds: /^\/film/ },
  { href: '/me', icon: 'me', name: 'me', holds: /^\/me/ },
] as const satisfies readonly { href: Href; icon: IconName; name: string; holds: RegExp }[];

/**
 * The ways between the rooms of the app: a bar below on a phone, a column at the left where there is room.
 *
 * @param bare without them, for those who are not signed in
 */
export function Shell({ bare, children }: { bare: boolean; children: ReactNode }) {
  const isWide = useIsWide();
  const path = usePathname();
  const isTop = places.some(({ href }) => href === path);
  // The content keeps its place in the tree, so that a turned phone or a dragged window loses nothing of it.
  return (
    <View style={[styles.rest, isWide && styles.row]}>
      {isWide && !bare && <SideColumn path={path} />}
      <View style={styles.rest}>{children}</View>
      {!isWide && !bare && isTop && <LowerBar path={path} />}
    </View>
  );
}

function SideColumn({ path }: { path: string }) {
  const colours = useColours();
  const router = useRouter();
  const insets = useSafeAreaInsets();
  const { t } = useTranslation();
  return (
    <View
      role="navigation"
      aria-label={t('common.nav.label')}
      style={[
        styles.side,
        { backgroundColor: colours.surface, borderColor: colours.line, paddingTop: insets.top + space.xxl },
      ]}
    >
      <View style={styles.name}>
        <Icon name="pin" size={26} colour="accent" />
        <Text as="heading">{t('common.nav.label')}</Text>
      </View>
      {places.map((place) => (
        <Way key={place.href} {...place} here={place.holds.test(path)} />
      ))}
      <View style={styles.new}>
        <Button full icon="plus" label={t('plan.list.new')} onPress={() => router.navigate('/plan/new')} />
      </View>
    </View>
  );
}

function LowerBar({ path }: { path: string }) {
  const colours = useColours();
  const insets = useSafeAreaInsets();
  const { t } = useTranslation();
  return (
    <View
      role="navigation"
      aria-label={t('common.nav.label')}
      style={[
        styles.bar,
        {
          backgroundColor: colours.surface,
          borderColor: colours.line,
          paddingBottom: insets.bottom + space.xs,
        },
      ]}
    >
      {places.map((place) => (
        <Way key={place.href} {...place} here={place.holds.test(path)} stacked />
      ))}
    </View>
  );
}

interface WayProps {
  href: Href;
  icon: IconName;
  name: 'trips' | 'films' | 'me';
  here: boolean;
  stacked?: boolean;
}

function Way({ href, icon, name, here, stacked = false }: WayProps) {
  const colours = useColours();
  const router = useRouter();
  const { t } = useTranslation();
  const ink = here ? 'accent' : 'quiet';
  const go = () => router.navigate(href);
  return (
    <Pressable
      role="link"
      aria-label={t(`common.nav.${name}`)}
      {...(here ? { 'aria-current': 'page' as const } : {})}
      onPress={go}
      {...pressedByEnter(go)}
      style={[
        stacked ? styles.stacked : styles.way,
        here && !stacked && { backgroundColor: colours.accentSoft },
      ]}
    >
      <View style={[stacked && styles.pill, stacked && here && { backgroundColor: colours.accentSoft }]}>
        <Icon name={icon} colour={ink} />
      </View>
      <Text as={stacked ? 'tiny' : 'label'} colour={stacked || here ? ink : 'text'} numberOfLines={1}>
        {t(`common.nav.${name}`)}
      </Text>
    </Pressable>
  );
}

const styles = StyleSheet.create({
  row: { flexDirection: 'row' },
  rest: { flex: 1, minWidth: 0, minHeight: 0 },
  side: { width: 248, borderRightWidth: 1, paddingHorizontal: space.l, gap: space.xs },
  name: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.s,
    paddingHorizontal: space.m,
    paddingBottom: space.xl,
  },
  way: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.m,
    minHeight: touch + 4,
    paddingHorizontal: space.m,
    borderRadius: radius.m,
  },
  new: { paddingTop: space.xl },
  bar: { flexDirection: 'row', borderTopWidth: 1, paddingTop: space.xs },
  stacked: { flex: 1, alignItems: 'center', justifyContent: 'center', minHeight: touch + 8, gap: space.hair },
  pill: { paddingHorizontal: space.l, paddingVertical: space.xs, borderRadius: radius.round },
});
