package app.oddiya.adapters.traveldata.planning;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text about hours as people at town halls type it, read from its beginning piece by piece.
/// Whoever reads it has to account for all of it: [#isOver] says whether anything is left.
final class TourText {

  private static final Pattern BREAKS = Pattern.compile("<br */?>|\\R");
  private static final Pattern TAGS = Pattern.compile("<[^>]*>|&nbsp;");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;/·•*○●▶■:-]+");

  private String rest;

  private TourText(String rest) {
    this.rest = rest;
  }

  static TourText of(String written) {
    String breaks = BREAKS.matcher(written).replaceAll(" ");
    String plain = TAGS.matcher(breaks).replaceAll(" ");
    return new TourText(
        Normalizer.normalize(plain, Normalizer.Form.NFKC)
            .replaceAll("[∼〜–—]", "~")
            .replaceAll("\\s+", " ")
            .strip());
  }

  String text() {
    return rest;
  }

  boolean isOver() {
    skip();
    return rest.isEmpty();
  }

  /// Takes a piece, if the text goes on with it; the text is as it was if not.
  Optional<MatchResult> take(Pattern piece) {
    skip();
    Matcher matcher = piece.matcher(rest);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    MatchResult taken = matcher.toMatchResult();
    rest = rest.substring(matcher.end());
    return Optional.of(taken);
  }

  private void skip() {
    Matcher between = BETWEEN.matcher(rest);
    if (between.lookingAt()) {
      rest = rest.substring(between.end());
    }
  }
}
