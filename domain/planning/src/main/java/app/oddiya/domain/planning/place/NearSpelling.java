package app.oddiya.domain.planning.place;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which known names somebody may have meant who wrote one that nobody knows.
///
/// Two names are near if one letter in four, and no more than three, is missing, too many, wrong,
/// or in the place of the one beside it (the distance of optimal string alignment, after F. J.
/// Damerau, "A technique for computer detection and correction of spelling errors", 1964). Case,
/// accents, spaces and dots do not count. Hangul is compared by its letters, so that of 경복긍 one
/// in nine is wrong and not one in three.
public final class NearSpelling {

  /// More to choose from would be no help.
  private static final int MOST = 3;

  /// A shorter text has too few letters to be sure of the others.
  private static final int SHORTEST = 3;

  private static final int FEWEST_RIGHT = 4;
  private static final int MOST_WRONG = 3;

  private NearSpelling() {}

  /// @param whole not only its first words
  private record Near(String name, boolean whole, int wrong) {}

  /// A few of `names` that are spelled much like `text`, the nearest first. Of a name of several
  /// words the first ones may do: `Haeundae` of `Haeundae Beach`.
  public static List<String> of(String text, Stream<String> names) {
    int[] wanted = letters(text);
    if (wanted.length < SHORTEST) {
      return List.of();
    }
    int most = Math.clamp(wanted.length / FEWEST_RIGHT, 1, MOST_WRONG);
    return names
        .distinct()
        .flatMap(
            name ->
                beginnings(name)
                    .map(
                        part ->
                            new Near(part, part.equals(name), wrong(wanted, letters(part), most))))
        .filter(near -> near.wrong() <= most)
        .sorted(
            Comparator.comparingInt(Near::wrong)
                .thenComparing(Near::whole, Comparator.reverseOrder())
                .thenComparing(Near::name))
        .map(Near::name)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Stream<String> beginnings(String name) {
    return IntStream.rangeClosed(1, name.length())
        .filter(end -> end == name.length() || name.charAt(end) == ' ')
        .mapToObj(end -> name.substring(0, end));
  }

  private static int[] letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Punct}\\p{M}·ー]+", "")
        .codePoints()
        .toArray();
  }

  /// @return any number beyond `most` where there are more
  private static int wrong(int[] wanted, int[] name, int most) {
    if (Math.abs(wanted.length - name.length) > most) {
      return most + 1;
    }
    int[][] distance = new int[wanted.length + 1][name.length + 1];
    for (int i = 0; i <= wanted.length; i++) {
      for (int j = 0; j <= name.length; j++) {
        distance[i][j] = i == 0 || j == 0 ? i + j : step(distance, wanted, name, i, j);
      }
    }
    return distance[wanted.length][name.length];
  }

  private static int step(int[][] distance, int[] wanted, int[] name, int i, int j) {
    int same = wanted[i - 1] == name[j - 1] ? 0 : 1;
    int least =
        Math.min(
            distance[i - 1][j - 1] + same, Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && wanted[i - 1] == name[j - 2] && wanted[i - 2] == name[j - 1];
    return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
  }
}
