package app.oddiya.domain.identity.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a device runs, and with it who carries pushes to it: Apple's service or Google's. In JSON
/// it is the lower-case name.
public enum Platform {
  IOS,
  ANDROID;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Platform> parse(String code) {
    return Arrays.stream(values()).filter(platform -> platform.code().equals(code)).findFirst();
  }
}
