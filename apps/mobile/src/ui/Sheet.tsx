import type { ReactNode } from 'react';
import { Modal, Pressable, ScrollView, StyleSheet, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';

import { useTranslation } from '@/i18n';
import { IconButton } from './Button';
import { useIsWide } from './layout';
import { Text } from './Text';
import { useColours } from './theme';
import { radius, space } from './tokens';

export interface SheetProps {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

/**
 * Something more about what is on the screen: from the lower edge of a phone, in the middle of a wide screen. It is
 * left by its cross, by the shade around it, by Escape and by a phone's back gesture.
 */
export function Sheet({ title, open, onClose, children }: SheetProps) {
  const colours = useColours();
  const insets = useSafeAreaInsets();
  const isWide = useIsWide();
  const { t } = useTranslation();
  return (
    <Modal aria-label={title} transparent visible={open} onRequestClose={onClose} animationType="fade">
      <View style={[styles.around, isWide && styles.middle, { backgroundColor: colours.shade }]}>
        {/* Not for the keyboard or for those who listen: the cross does the same. */}
        <Pressable
          style={StyleSheet.absoluteFill}
          onPress={onClose}
          aria-hidden
          tabIndex={-1}
          focusable={false}
        />
        <View
          accessibilityViewIsModal
          style={[
            styles.sheet,
            isWide ? styles.wide : { paddingBottom: insets.bottom + space.l },
            { backgroundColor: colours.surface, borderColor: colours.line },
          ]}
        >
          <View style={styles.head}>
            <Text as="heading" level={2} style={styles.title}>
              {title}
            </Text>
            <IconButton icon="close" label={t('common.action.close')} onPress={onClose} />
          </View>
          <ScrollView contentContainerStyle={styles.content}>{children}</ScrollView>
        </View>
      </View>
    </Modal>
  );
}

const styles = StyleSheet.create({
  around: { flex: 1, justifyContent: 'flex-end' },
  middle: { justifyContent: 'center', alignItems: 'center' },
  sheet: {
    maxHeight: '88%',
    width: '100%',
    borderTopLeftRadius: radius.l,
    borderTopRightRadius: radius.l,
    borderWidth: 1,
    paddingTop: space.m,
  },
  wide: { maxWidth: 520, borderRadius: radius.l, paddingBottom: space.l },
  head: { flexDirection: 'row', alignItems: 'center', paddingLeft: space.xl, paddingRight: space.m },
  title: { flex: 1 },
  content: { paddingHorizontal: space.xl, paddingTop: space.s, paddingBottom: space.l, gap: space.l },
});
