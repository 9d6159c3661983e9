package app.oddiya.domain.video.film;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The character of a film, as data: how long things last, how the camera moves, how words are
/// written and what is heard. They are kept in `templates.json`, whose form and every field of it
/// is described in `templates.schema.json`. All lengths are in frames of 1/30 s.
///
/// @param id as clients name it
/// @param name for people, in English
/// @param aspects it can be had in
/// @param seconds lengths it can be had in
/// @param track heard unless another is asked for
/// @param route whether the way of a trip is drawn over the last photo
/// @param closingFade to black, at the end
public record Template(
    String id,
    String name,
    Set<Aspect> aspects,
    Set<Integer> seconds,
    Track track,
    Stage stage,
    Lettering lettering,
    Cuts cuts,
    Moves moves,
    Wording words,
    boolean route,
    int closingFade) {

  private static final List<Template> ALL = TemplateFile.read();

  /// Slow moves, soft cuts, the place's name where it changes: what is made unless another is asked
  /// for.
  public static final Template BASIC = of("basic").orElseThrow();

  public Template {
    aspects = Set.copyOf(aspects);
    seconds = Set.copyOf(seconds);
  }

  /// Where photos are seen.
  public enum Stage {
    /// A photo fills the frame.
    FULL,
    /// Photos are laid on a table as prints with a white border.
    PRINTS
  }

  /// How places and titles are written.
  public enum Lettering {
    /// Low at the left, behind a pin.
    PIN,
    /// Large and heavy.
    BOLD,
    /// Light, in the middle, spaced.
    THIN,
    /// On the border of a print, as by hand.
    HAND
  }

  /// When the picture changes.
  ///
  /// @param shortest least time from one photo to the next: what makes photos too many for a length
  /// @param longest a photo that has more time than this is shown in several shots
  /// @param beats photos that have this many beats of the track are cut on beats
  /// @param fade of a cut, where the cuts are long enough for it; 0 for hard cuts
  public record Cuts(int shortest, int longest, int beats, int fade) {

    public Cuts {
      if (shortest < 2 || longest < 2 * shortest) {
        throw new IllegalArgumentException(
            "cuts: %d..%d (expected: from 2, to twice that or more)".formatted(shortest, longest));
      }
    }
  }

  /// How the camera moves.
  ///
  /// @param nearest magnification at which a move begins, 1 for just covering the frame
  /// @param closest magnification at which an approach ends at most, against its beginning
  /// @param growthPerSecond of the picture in an approach
  /// @param travelPerSecond widths (or heights) of the frame
  /// @param enoughAtOnce share of a photo that has to be visible at once for an approach; below
  ///     that the camera travels
  public record Moves(
      Motion.Pace pace,
      double nearest,
      double closest,
      double growthPerSecond,
      double travelPerSecond,
      double enoughAtOnce) {}

  /// How long words are there.
  ///
  /// @param openingExtra time that the first photo has beyond the others when a title is set over
  ///     it
  /// @param captionLength for which a place's name stays, if its photos do
  /// @param cardExtra time that a photo has beyond the others when a card is set over it
  /// @param fade in which words come and go
  public record Wording(int openingExtra, int captionLength, int cardExtra, int fade) {}

  /// All there are, in the order in which they are offered.
  public static List<Template> all() {
    return ALL;
  }

  public static Optional<Template> of(String id) {
    return ALL.stream().filter(template -> template.id.equals(id)).findFirst();
  }

  /// How many photos a film of that length has room for.
  public int room(int seconds) {
    return seconds * Storyboard.FRAMES_PER_SECOND / cuts.shortest();
  }
}
