import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Modal, Platform, Pressable, ScrollView, StyleSheet, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';

import { useTranslation } from '@/i18n';
import { IconButton } from './Button';
import { useIsWide } from './layout';
import { Text } from './Text';
import { useColours } from './theme';
import { radius, space } from './tokens';

interface Content {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Stays in sight below what is scrolled. */
  foot?: ReactNode;
}

export interface SheetProps extends Content {
  open: boolean;
}

/** There is one dialog at a time: neither browsers' assistive technology nor iOS take a second one over it. */
interface Sheets {
  /** What comes before anything else, shown in place of what the open sheet has. */
  urgent: Content | null;
  /** The sheet that was opened last. */
  top: string | null;
  /** A sheet is open until what is returned is called. */
  opened: (id: string) => () => void;
}

const SheetsContext = createContext<Sheets>({ urgent: null, top: null, opened: () => () => undefined });

/**
 * Something more about what is on the screen: from the lower edge of a phone, in the middle of a wide screen. It is
 * left by its cross, by the shade around it, by Escape and by a phone's back gesture.
 */
export function Sheet({ title, open, onClose, children, foot }: SheetProps) {
  const id = useId();
  const { urgent, top, opened } = use(SheetsContext);
  useEffect(() => (open ? opened(id) : undefined), [open, id, opened]);
  return (
    <Frame
      open={open}
      own={{ title, onClose, children, foot }}
      urgent={top === id || top === null ? urgent : null}
    />
  );
}

/** A sheet that stands before everything in `around`: before its page, and in place of a sheet that is open there. */
export function UrgentSheet({ open, around, ...content }: SheetProps & { around: ReactNode }) {
  const { title, onClose, children } = content;
  const [ids, setIds] = useState<readonly string[]>([]);
  const opened = useCallback((id: string) => {
    setIds((all) => [...all, id]);
    return () => setIds((all) => all.filter((one) => one !== id));
  }, []);
  const sheets = useMemo<Sheets>(
    () => ({ urgent: open ? { title, onClose, children } : null, top: ids.at(-1) ?? null, opened }),
    [open, title, onClose, children, ids, opened],
  );
  return (
    <SheetsContext value={sheets}>
      {around}
      <Frame open={open && ids.length === 0} own={content} urgent={null} />
    </SheetsContext>
  );
}

function Frame({ open, own, urgent }: { open: boolean; own: Content; urgent: Content | null }) {
  const colours = useColours();
  const insets = useSafeAreaInsets();
  const isWide = useIsWide();
  const { title, onClose } = urgent ?? own;
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
          {/* What was being done stays as it is, out of sight. */}
          <View style={urgent ? styles.away : styles.body}>
            <Body {...own} />
          </View>
          {urgent && (
            <View style={styles.body}>
              <Body {...urgent} takesFocus />
            </View>
          )}
        </View>
      </View>
    </Modal>
  );
}

function Body({ title, onClose, children, foot, takesFocus }: Content & { takesFocus?: boolean }) {
  const { t } = useTranslation();
  const colours = useColours();
  const cross = useRef<View>(null);
  const [room, setRoom] = useState(0);
  const [needed, setNeeded] = useState(0);
  useEffect(() => {
    // The keyboard was in what has just gone out of sight.
    if (takesFocus && Platform.OS === 'web') cross.current?.focus();
  }, [takesFocus]);
  return (
    <>
      <View style={styles.head}>
        <Text as="heading" level={2} style={styles.title}>
          {title}
        </Text>
        <IconButton ref={cross} icon="close" label={t('common.action.close')} onPress={onClose} />
      </View>
      <ScrollView
        contentContainerStyle={styles.content}
        onLayout={({ nativeEvent }) => setRoom(nativeEvent.layout.height)}
        onContentSizeChange={(_width, height) => setNeeded(height)}
        // What is too long has to be scrolled by keys as well, also where nothing in it takes the focus.
        {...(Platform.OS === 'web' && needed > room ? { tabIndex: 0 as const } : {})}
      >
        {children}
      </ScrollView>
      {foot && <View style={[styles.foot, { borderColor: colours.line }]}>{foot}</View>}
    </>
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
  body: { flexShrink: 1 },
  away: { display: 'none' },
  head: { flexDirection: 'row', alignItems: 'center', paddingLeft: space.xl, paddingRight: space.m },
  title: { flex: 1 },
  foot: { borderTopWidth: 1, paddingTop: space.m, paddingHorizontal: space.xl },
  content: { paddingHorizontal: space.xl, paddingTop: space.s, paddingBottom: space.l, gap: space.l },
});
