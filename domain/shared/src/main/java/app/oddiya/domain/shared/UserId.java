package app.oddiya.domain.shared;

import java.util.Optional;

/// Who a thing belongs to: the key of a row in `user_service.users`, written as a decimal string
/// in JSON and as the `sub` of an access token.
///
/// @param value 1 or more
public record UserId(long value) {

  public UserId {
    if (value < 1) {
      throw new IllegalArgumentException("value: " + value + " (expected: >= 1)");
    }
  }

  /// Reads a decimal string as it stands in a token's `sub`; empty for anything else.
  public static Optional<UserId> parse(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    return Optional.of(new UserId(Long.parseLong(text)));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
