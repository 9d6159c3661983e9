import { useId, useState } from 'react';
import { StyleSheet, TextInput, type TextInputProps, View } from 'react-native';

import { family, Text } from './Text';
import { useColours } from './theme';
import { radius, space, touch, type } from './tokens';

export interface FieldProps extends Omit<TextInputProps, 'style'> {
  label: string;
  /** What is asked for, in a few words below the field. */
  hint?: string | undefined;
  /** Why it cannot be so, in words; instead of the hint. */
  problem?: string | undefined;
}

export function Field({ label, hint, problem, multiline, onFocus, onBlur, ...rest }: FieldProps) {
  const colours = useColours();
  const [focused, setFocused] = useState(false);
  const id = useId();
  const below = problem ?? hint;
  return (
    <View style={styles.field}>
      <Text as="label" nativeID={`${id}-label`}>
        {label}
      </Text>
      <TextInput
        aria-label={label}
        aria-labelledby={`${id}-label`}
        {...(below ? { 'aria-describedby': `${id}-below` } : {})}
        {...(problem ? { 'aria-invalid': true } : {})}
        placeholderTextColor={colours.quiet}
        selectionColor={colours.accent}
        multiline={multiline}
        lineBreakStrategyIOS="hangul-word"
        {...rest}
        onFocus={(event) => {
          setFocused(true);
          onFocus?.(event);
        }}
        onBlur={(event) => {
          setFocused(false);
          onBlur?.(event);
        }}
        style={[
          styles.input,
          family ? { fontFamily: family } : null,
          multiline && styles.tall,
          {
            color: colours.text,
            backgroundColor: colours.surface,
            borderColor: problem ? colours.fail : focused ? colours.accent : colours.edge,
          },
        ]}
      />
      {below && (
        <Text as="small" colour={problem ? 'fail' : 'quiet'} nativeID={`${id}-below`} aria-live="polite">
          {below}
        </Text>
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  field: { gap: space.xs + 2 },
  input: {
    ...type.body,
    minHeight: touch + 6,
    paddingHorizontal: space.l,
    paddingVertical: space.m,
    borderRadius: radius.m,
    borderWidth: 1,
  },
  tall: { minHeight: 104, textAlignVertical: 'top' },
});
