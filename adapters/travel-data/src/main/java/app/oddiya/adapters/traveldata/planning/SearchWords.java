package app.oddiya.adapters.traveldata.planning;

import java.util.Optional;

/// What providers are asked for by name.
final class SearchWords {

  /// No name of a place is longer.
  private static final int LONGEST = 100;

  private SearchWords() {}

  /// The words of a text; empty for one that no place can be called by, so that nobody is asked.
  static Optional<String> of(String text) {
    String words = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return Spelling.plain(words).isEmpty() || words.codePointCount(0, words.length()) > LONGEST
        ? Optional.empty()
        : Optional.of(words);
  }
}
