package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Language;
import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.regex.Pattern;

/// A sentence of a model that may stand in a plan: a single plain one in the plan's language that
/// says what to do at a place, and no fact that nobody has checked.
///
/// The language is told by its script alone, which tells all four apart well enough.
final class Sentence {

  private static final int LONGEST = 200;

  /// Addresses of any kind: a word with a dot inside, an at, a scheme; and what looks like markup.
  private static final Pattern ADDRESS_OR_MARKUP =
      Pattern.compile("[\\p{L}\\p{N}]\\.\\p{L}{2}|[@<>\\[\\]{}`|*_\\\\]|/|(?i:\\bwww\\b)");

  /// The end of a sentence with another behind it. A short word with a dot is an abbreviation.
  private static final Pattern ANOTHER_SENTENCE =
      Pattern.compile("[!?。！？…]\\s*[^\\s!?。！？…\\p{Pf}\\p{Pe}\"']|[\\p{L}\\p{N}]{4}\\.\\s+\\S");

  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  private Sentence() {}

  /// The sentence as it may be shown; empty for one that may not.
  ///
  /// @param name of the place, the only thing whose numbers are known to be true
  static Optional<String> read(String text, Language language, String name) {
    String sentence = text.strip();
    boolean fits =
        !sentence.isEmpty()
            && sentence.codePointCount(0, sentence.length()) <= LONGEST
            && sentence.codePoints().allMatch(DataText::isVisible)
            && !ADDRESS_OR_MARKUP.matcher(sentence).find()
            && !ANOTHER_SENTENCE.matcher(sentence).find()
            && !DIGIT.matcher(sentence.replace(name, "")).find()
            && isIn(language, sentence.replace(name, ""));
    return fits ? Optional.of(sentence) : Optional.empty();
  }

  private static boolean isIn(Language language, String sentence) {
    long hangul = letters(sentence, UnicodeScript.HANGUL);
    long han = letters(sentence, UnicodeScript.HAN);
    long kana =
        letters(sentence, UnicodeScript.HIRAGANA) + letters(sentence, UnicodeScript.KATAKANA);
    long latin = letters(sentence, UnicodeScript.LATIN);
    return switch (language) {
      case KO -> hangul > han + kana + latin;
      case EN -> latin > hangul + han + kana;
      case JA -> kana > 0 && kana + han > hangul + latin;
      case ZH -> han > 0 && kana == 0 && han > hangul + latin;
    };
  }

  private static long letters(String text, UnicodeScript script) {
    return text.codePoints()
        .filter(Character::isLetter)
        .filter(c -> UnicodeScript.of(c) == script)
        .count();
  }
}
