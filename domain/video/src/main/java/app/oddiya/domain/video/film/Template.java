package app.oddiya.domain.video.film;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The character of a film, as data: how long things last and what is heard. All lengths are in
/// frames of 1/30 s.
///
/// @param id as clients name it
/// @param name for people, in English
/// @param aspects it can be had in
/// @param seconds lengths it can be had in
/// @param track heard unless another is asked for
/// @param shortestCut least time from one cut to the next: what makes photos too many for a length
/// @param longestCut a photo that has more time than this is shown in several shots
/// @param fade of a cut, where the cuts are long enough for it
/// @param openingExtra time that the first photo has beyond the others when a title is set over it
/// @param captionLength for which a place's name stays, if its photos do
/// @param closingFade to black, at the end
public record Template(
    String id,
    String name,
    Set<Aspect> aspects,
    Set<Integer> seconds,
    Track track,
    int shortestCut,
    int longestCut,
    int fade,
    int openingExtra,
    int captionLength,
    int closingFade) {

  /// Slow moves, soft cuts, the place's name where it changes.
  public static final Template BASIC =
      new Template(
          "basic",
          "Basic",
          Set.of(Aspect.values()),
          Set.of(15, 30, 60),
          Track.DAYBREAK,
          24,
          200,
          16,
          40,
          96,
          20);

  private static final List<Template> ALL = List.of(BASIC);

  public Template {
    aspects = Set.copyOf(aspects);
    seconds = Set.copyOf(seconds);
    if (shortestCut < 2 || longestCut < 2 * shortestCut) {
      throw new IllegalArgumentException(
          "cuts: "
              + shortestCut
              + ".."
              + longestCut
              + " (expected: from 2, to twice that or more)");
    }
  }

  /// All there are, in the order in which they are offered.
  public static List<Template> all() {
    return ALL;
  }

  public static Optional<Template> of(String id) {
    return ALL.stream().filter(template -> template.id.equals(id)).findFirst();
  }

  /// How many photos a film of that length has room for.
  public int room(int seconds) {
    return seconds * Storyboard.FRAMES_PER_SECOND / shortestCut;
  }
}
