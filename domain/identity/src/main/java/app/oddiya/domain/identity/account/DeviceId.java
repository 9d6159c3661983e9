package app.oddiya.domain.identity.account;

import java.util.Optional;

/// An installation of the app, named by the app itself and unique for its user only.
///
/// @param value 1..64 of `A-Z a-z 0-9 _ -`
public record DeviceId(String value) {

  public static final String FORM = "[A-Za-z0-9_-]{1,64}";

  public DeviceId {
    if (!value.matches(FORM)) {
      throw new IllegalArgumentException("deviceId: " + value + " (expected: " + FORM + ")");
    }
  }

  public static Optional<DeviceId> parse(String text) {
    return text.matches(FORM) ? Optional.of(new DeviceId(text)) : Optional.empty();
  }
}
