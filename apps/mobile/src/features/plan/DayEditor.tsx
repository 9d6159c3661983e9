import { useCallback } from 'react';
import { StyleSheet, View } from 'react-native';
import { GestureHandlerRootView } from 'react-native-gesture-handler';
import Sortable from 'react-native-sortables';

import type { Stop } from '@/api/types';
import { useTranslation } from '@/i18n';
import { Icon, space, Text, touch } from '@/ui';
import type { Edit } from './edits';
import { EditRow } from './EditRow';

export interface DayEditorProps {
  stops: readonly Stop[];
  /** Times are about to change. */
  isBusy: boolean;
  onEdit: (edit: Edit) => void;
  onOpen: (stop: Stop) => void;
}

/** The stops of a day in an order that can be changed: by dragging a handle, or by buttons. */
export function DayEditor({ stops, isBusy, onEdit, onOpen }: DayEditorProps) {
  const { t } = useTranslation();
  const count = stops.length;
  const renderItem = useCallback(
    ({ item, index }: { item: Stop; index: number }) => (
      <EditRow
        stop={item}
        index={index}
        count={count}
        isBusy={isBusy}
        onEdit={onEdit}
        onOpen={onOpen}
        handle={
          <Sortable.Handle>
            {/* The buttons do the same for those who do not drag. */}
            <View style={styles.handle} aria-hidden>
              <Icon name="drag" colour="quiet" />
            </View>
          </Sortable.Handle>
        }
      />
    ),
    [count, isBusy, onEdit, onOpen],
  );
  return (
    <GestureHandlerRootView style={styles.editor}>
      <Text as="small" colour="quiet">
        {t(count === 0 ? 'plan.edit.empty' : 'plan.edit.how')}
      </Text>
      <Sortable.Grid
        columns={1}
        rowGap={space.s}
        data={stops as Stop[]}
        keyExtractor={(stop) => stop.id}
        renderItem={renderItem}
        customHandle
        // By its handle a stop is taken at once, however fast the hand is.
        dragActivationDelay={0}
        dragActivationFailOffset={1000}
        overDrag="vertical"
        activeItemScale={1.02}
        inactiveItemOpacity={1}
        onDragEnd={({ key, fromIndex, toIndex }) => {
          if (fromIndex !== toIndex) onEdit({ do: 'move', id: key, to: toIndex });
        }}
      />
    </GestureHandlerRootView>
  );
}

const styles = StyleSheet.create({
  editor: { gap: space.m },
  handle: { width: 36, minHeight: touch, alignItems: 'center', justifyContent: 'center' },
});
