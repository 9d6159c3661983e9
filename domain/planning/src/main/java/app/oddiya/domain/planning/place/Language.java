package app.oddiya.domain.planning.place;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The languages that a plan can be written in.
public enum Language {
  KO,
  EN,
  JA,
  ZH;

  /// As in JSON: `ko`, `en`, `ja`, `zh` (ISO 639-1).
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Language> parse(String code) {
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }

  public Locale locale() {
    return Locale.of(code());
  }
}
