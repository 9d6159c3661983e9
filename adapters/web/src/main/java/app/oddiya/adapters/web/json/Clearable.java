package app.oddiya.adapters.web.json;

import java.util.Optional;

/// A field of a merge-patch (RFC 7396) that may be left alone, cleared by `null`, or set.
public sealed interface Clearable<T> {

  record Untouched<T>() implements Clearable<T> {}

  record Cleared<T>() implements Clearable<T> {}

  record SetTo<T>(T value) implements Clearable<T> {}

  /// What the field is after the patch, given what it was.
  default Optional<T> over(Optional<T> before) {
    return switch (this) {
      case Untouched<T>() -> before;
      case Cleared<T>() -> Optional.empty();
      case SetTo<T>(var value) -> Optional.of(value);
    };
  }
}
