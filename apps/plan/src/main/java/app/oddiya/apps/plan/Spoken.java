package app.oddiya.apps.plan;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.domain.planning.place.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which language a client reads, by the header that says so (RFC 9110 section 12.5.4).
///
/// @param acceptLanguage as it was sent
record Spoken(
    @Doc("Which of Korean, English, Japanese and Chinese is liked most; English if it is none.")
        @Named("Accept-Language")
        Optional<String> acceptLanguage) {

  private static final List<String> OURS =
      Arrays.stream(Language.values()).map(Language::code).toList();

  Language language() {
    return acceptLanguage.flatMap(Spoken::best).orElse(Language.EN);
  }

  private static Optional<Language> best(String header) {
    try {
      return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), OURS))
          .flatMap(Language::parse);
    } catch (IllegalArgumentException notALanguageRange) {
      return Optional.empty();
    }
  }
}
