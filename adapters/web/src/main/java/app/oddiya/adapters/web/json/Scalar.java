package app.oddiya.adapters.web.json;

import java.util.Set;

/// A shape without parts.
sealed interface Scalar<T> extends Shape<T>
    permits TextShape, IntegerShape, NumberShape, BooleanShape, FormatShape, EnumShape, AnyShape {

  @Override
  default void collectNames(Set<String> names) {}
}
