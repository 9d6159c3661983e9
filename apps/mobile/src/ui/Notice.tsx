import { type Href, useRouter } from 'expo-router';
import type { ReactNode } from 'react';
import { ActivityIndicator, StyleSheet, View } from 'react-native';

import { useTranslation } from '@/i18n';
import { useProblemText } from '@/i18n/problemText';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';
import { balanced, Text } from './Text';
import { useColours } from './theme';
import { radius, space } from './tokens';

interface NoticeProps {
  icon: IconName;
  title: string;
  body?: string | undefined;
  /** What to tell us about it. */
  reference?: string | undefined;
  children?: ReactNode;
}

/** What a page says instead of its content: nothing yet, no network, failed. */
export function Notice({ icon, title, body, reference, children }: NoticeProps) {
  const colours = useColours();
  return (
    <View style={styles.notice}>
      <View style={[styles.sign, { backgroundColor: colours.accentSoft }]}>
        <Icon name={icon} size={30} colour="accent" />
      </View>
      <Text as="heading" level={2} style={styles.words}>
        {title}
      </Text>
      {body && (
        <Text colour="quiet" style={styles.words}>
          {body}
        </Text>
      )}
      {reference && (
        <Text as="tiny" colour="quiet" selectable style={styles.reference}>
          {reference}
        </Text>
      )}
      <View style={styles.doing}>{children}</View>
    </View>
  );
}

/** Something is on its way. What comes should take about the same room, so that nothing jumps. */
export function Loading({ label, small = false }: { label?: string; small?: boolean }) {
  const { t } = useTranslation();
  const colours = useColours();
  return (
    <View role="status" aria-label={label ?? t('common.state.loading')} style={!small && styles.notice}>
      <ActivityIndicator color={colours.accent} aria-label={label ?? t('common.state.loading')} />
    </View>
  );
}

interface FailedProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** Where to go from what is not there; to the trips without it. */
  home?: { label: string; href: Href };
}

/** What was asked for did not come, in words by the code of the refusal; it can be asked for again, unless it is not there. */
export function Failed({ error, onRetry, home }: FailedProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const { text, reference, isOffline, isGone } = useProblemText(error);
  return (
    <View role="alert">
      <Notice
        icon={isOffline ? 'offline' : 'warning'}
        title={t(isOffline ? 'common.state.offlineTitle' : 'common.state.failedTitle')}
        body={isOffline ? t('common.state.offlineEmpty') : text}
        reference={reference}
      >
        {isGone ? (
          <Button
            kind="soft"
            label={home?.label ?? t('common.notFound.home')}
            onPress={() => router.replace(home?.href ?? '/')}
          />
        ) : (
          onRetry && <Button kind="soft" icon="again" label={t('common.action.retry')} onPress={onRetry} />
        )}
      </Notice>
    </View>
  );
}

/** A line above content that says something about it, without taking its place. */
export function Banner({
  icon,
  text,
  tone = 'calm',
}: {
  icon: IconName;
  text: string;
  tone?: 'calm' | 'fail' | 'warn';
}) {
  const colours = useColours();
  const ground = { calm: colours.sunken, fail: colours.failSoft, warn: colours.warnSoft }[tone];
  const ink = ({ calm: 'quiet', fail: 'fail', warn: 'warn' } as const)[tone];
  return (
    <View role={tone === 'fail' ? 'alert' : 'status'} style={[styles.banner, { backgroundColor: ground }]}>
      <Icon name={icon} size={18} colour={ink} />
      <Text as="small" colour={tone === 'calm' ? 'quiet' : 'text'} style={styles.bannerText}>
        {text}
      </Text>
    </View>
  );
}

/** What went wrong with something done here, beside where it was done. */
export function FailedBanner({ error }: { error: unknown }) {
  const { text, isOffline } = useProblemText(error);
  return <Banner tone="fail" icon={isOffline ? 'offline' : 'warning'} text={text} />;
}

const styles = StyleSheet.create({
  notice: {
    alignItems: 'center',
    justifyContent: 'center',
    gap: space.m,
    paddingVertical: space.huge,
    paddingHorizontal: space.l,
    minHeight: 320,
  },
  sign: { width: 68, height: 68, borderRadius: radius.round, alignItems: 'center', justifyContent: 'center' },
  doing: { alignItems: 'center', gap: space.m, maxWidth: '100%' },
  words: { textAlign: 'center', maxWidth: 420, ...balanced },
  reference: { textAlign: 'center', maxWidth: '100%' },
  banner: {
    flexDirection: 'row',
    alignItems: 'flex-start',
    gap: space.s,
    paddingVertical: space.m,
    paddingHorizontal: space.l,
    borderRadius: radius.m,
  },
  bannerText: { flex: 1 },
});
