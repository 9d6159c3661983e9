package app.oddiya.domain.identity.account;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/// The language in which a user is addressed, kept exactly as it was given.
///
/// @param value a well-formed BCP 47 tag of at most 35 characters that names a language: `ko`,
///     `en-GB`
public record LanguageTag(String value) {

  public static final LanguageTag KOREAN = new LanguageTag("ko");

  public LanguageTag {
    if (!isAcceptable(value)) {
      throw new IllegalArgumentException("locale: " + value + " (expected: a BCP 47 language tag)");
    }
  }

  public static Optional<LanguageTag> parse(String text) {
    return isAcceptable(text) ? Optional.of(new LanguageTag(text)) : Optional.empty();
  }

  private static boolean isAcceptable(String text) {
    // RFC 5646, section 4.4.1: room for 35 characters is enough for every tag in practical use.
    if (text.length() > 35 || !text.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")) {
      return false;
    }
    try {
      return !new Locale.Builder().setLanguageTag(text).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException malformed) {
      return false;
    }
  }
}
