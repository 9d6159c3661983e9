package app.oddiya.domain.planning.place;

import java.util.Map;
import java.util.stream.Stream;

/// A name or an address as its provider writes it, and in other languages where a source has it.
///
/// @param local in the place's own writing; Korean, as all places are in Korea
/// @param translations romanised or translated; may lack any language
public record LocalText(String local, Map<Language, String> translations) {

  public LocalText {
    if (local.isBlank()) {
      throw new IllegalArgumentException("local: blank (expected: a text)");
    }
    translations = Map.copyOf(translations);
  }

  /// What a reader of `language` is shown: that language, else English, else the local text.
  public String in(Language language) {
    if (language == Language.KO) {
      return local;
    }
    String english = translations.getOrDefault(Language.EN, local);
    return translations.getOrDefault(language, english);
  }

  /// Every way to write it.
  public Stream<String> all() {
    return Stream.concat(Stream.of(local), translations.values().stream());
  }
}
