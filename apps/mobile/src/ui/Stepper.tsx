import { StyleSheet, View } from 'react-native';

import { IconButton } from './Button';
import { Text } from './Text';
import { useColours } from './theme';
import { radius, space } from './tokens';

export interface StepperProps {
  label: string;
  value: number;
  least: number;
  most: number;
  /** How much a press is; 1 without it. */
  step?: number;
  /** What the two buttons do. */
  fewer: string;
  more: string;
  /** The value in words; its digits without them. */
  shown?: string;
  onChange: (value: number) => void;
}

/** A number that is set by two buttons, below its label where there is no room beside it. */
export function Stepper({ label, value, least, most, step = 1, fewer, more, shown, onChange }: StepperProps) {
  const colours = useColours();
  return (
    <View style={styles.stepper}>
      <Text style={styles.label}>{label}</Text>
      <View style={[styles.steps, { backgroundColor: colours.surface, borderColor: colours.edge }]}>
        <IconButton
          icon="minus"
          size={18}
          label={fewer}
          disabled={value <= least}
          onPress={() => onChange(Math.max(least, value - step))}
        />
        <Text as="strong" aria-live="polite" style={styles.value}>
          {shown ?? value}
        </Text>
        <IconButton
          icon="plus"
          size={18}
          label={more}
          disabled={value >= most}
          onPress={() => onChange(Math.min(most, value + step))}
        />
      </View>
    </View>
  );
}

const styles = StyleSheet.create({
  stepper: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', gap: space.m },
  label: { flexGrow: 1 },
  steps: { flexDirection: 'row', alignItems: 'center', borderRadius: radius.round, borderWidth: 1 },
  value: { minWidth: 28, textAlign: 'center', flexShrink: 1 },
});
