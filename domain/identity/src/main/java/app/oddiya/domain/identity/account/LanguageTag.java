package app.oddiya.domain.identity.account;

import java.util.Optional;

/// The language in which a user is addressed, kept exactly as it was given.
///
/// @param value a language, perhaps with a script and a region, by BCP 47: `ko`, `en-GB`,
///     `zh-Hant-TW`. Variants and extensions say nothing that anything here listens to
public record LanguageTag(String value) {

  public static final String FORM = "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$";

  public static final LanguageTag KOREAN = new LanguageTag("ko");

  public LanguageTag {
    if (!value.matches(FORM)) {
      throw new IllegalArgumentException("locale: " + value + " (expected: a BCP 47 language tag)");
    }
  }

  public static Optional<LanguageTag> parse(String text) {
    return text.matches(FORM) ? Optional.of(new LanguageTag(text)) : Optional.empty();
  }
}
