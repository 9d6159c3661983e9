package app.oddiya.domain.identity.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who vouches for a user. In URLs and in JSON it is the lower-case name.
public enum Provider {
  GOOGLE,
  APPLE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Provider> parse(String code) {
    return Arrays.stream(values()).filter(provider -> provider.code().equals(code)).findFirst();
  }
}
