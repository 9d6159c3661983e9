import { Fragment, type ReactNode } from 'react';
import { View } from 'react-native';

interface GridProps<T> {
  data: T[];
  keyExtractor: (item: T) => string;
  renderItem: (info: { item: T; index: number }) => ReactNode;
  onDragEnd: (end: { key: string; fromIndex: number; toIndex: number }) => void;
}

/** react-native-sortables without gestures: a test says `dragEnd` of what has the test id `sortable`. */
function Grid<T>({ data, keyExtractor, renderItem, onDragEnd }: GridProps<T>) {
  const events = { onDragEnd };
  return (
    <View testID="sortable" {...events}>
      {data.map((item, index) => (
        <Fragment key={keyExtractor(item)}>{renderItem({ item, index })}</Fragment>
      ))}
    </View>
  );
}

function Handle({ children }: { children: ReactNode }) {
  return <>{children}</>;
}

const Sortable = { Grid, Handle };
export default Sortable;
