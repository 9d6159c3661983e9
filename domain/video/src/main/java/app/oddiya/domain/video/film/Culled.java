package app.oddiya.domain.video.film;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Photos less those that nobody would miss: what shows the same as another, and what is blurred.
/// Of those that show the same the sharpest stays.
///
/// Only when there are plenty: as many stay as can fill the film with no photo shown in two shots,
/// so that a film of few photos has all of them. The most alike go first, then the most blurred.
///
/// @param kept in the order in which they were given
/// @param refusals one for each photo given, empty for those kept
public record Culled(List<DecodedPhoto> kept, List<Optional<PhotoRefusal>> refusals) {

  /// Of 64 signs. The same picture, saved again or cut a little, differs in up to some six; two
  /// different ones in 32 on average, and hardly ever in less than 16.
  private static final int ALIKE = 6;

  /// Of 64 signs, for pictures taken within [#BURST] of each other: the hand moved, or somebody in
  /// the picture, and people take two of what matters to them.
  private static final int ALIKE_IN_A_BURST = 14;

  private static final Duration BURST = Duration.ofSeconds(15);

  /// Below this, not even the sharpest parts are sharp. Found by blurring photos: see the tests of
  /// the decoder.
  private static final double BLURRED = 0.16;

  public Culled {
    kept = List.copyOf(kept);
    refusals = List.copyOf(refusals);
  }

  /// All of them.
  public static Culled nothing(List<DecodedPhoto> photos) {
    return new Culled(photos, photos.stream().map(_ -> Optional.<PhotoRefusal>empty()).toList());
  }

  public static Culled of(List<DecodedPhoto> photos, FilmRequest request) {
    int frames = request.seconds() * Storyboard.FRAMES_PER_SECOND;
    int plenty = Math.max(2, Math.ceilDiv(frames, request.template().cuts().longest()));
    List<Optional<PhotoRefusal>> refusals = new ArrayList<>(nothing(photos).refusals());
    leaveOut(duplicates(photos), PhotoRefusal.DUPLICATE, plenty, refusals);
    leaveOut(blurred(photos), PhotoRefusal.BLURRED, plenty, refusals);
    List<DecodedPhoto> kept =
        IntStream.range(0, photos.size())
            .filter(i -> refusals.get(i).isEmpty())
            .mapToObj(photos::get)
            .toList();
    return new Culled(kept, refusals);
  }

  /// What becomes of all of them.
  ///
  /// @param uses of those kept, in order
  public List<PhotoUse> uses(List<PhotoUse> uses) {
    Iterator<PhotoUse> used = uses.iterator();
    return refusals.stream()
        .map(refusal -> refusal.<PhotoUse>map(PhotoUse.LeftOut::new).orElseGet(used::next))
        .toList();
  }

  private static void leaveOut(
      List<Integer> photos,
      PhotoRefusal reason,
      int plenty,
      List<Optional<PhotoRefusal>> refusals) {
    for (int photo : photos) {
      long left = refusals.stream().filter(Optional::isEmpty).count();
      if (left > plenty && refusals.get(photo).isEmpty()) {
        refusals.set(photo, Optional.of(reason));
      }
    }
  }

  /// Those that are like a sharper one, the most alike first.
  private static List<Integer> duplicates(List<DecodedPhoto> photos) {
    List<Integer> sharpestFirst =
        IntStream.range(0, photos.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -sharpness(photos.get(i))))
            .toList();
    List<DecodedPhoto> first = new ArrayList<>();
    List<Twin> twins = new ArrayList<>();
    for (int number : sharpestFirst) {
      DecodedPhoto photo = photos.get(number);
      OptionalInt nearest =
          first.stream().flatMapToInt(other -> likeness(photo, other).stream()).min();
      if (nearest.isPresent()) {
        twins.add(new Twin(number, nearest.getAsInt()));
      } else {
        first.add(photo);
      }
    }
    return twins.stream()
        .sorted(Comparator.comparingInt(Twin::distance).thenComparingInt(Twin::photo))
        .map(Twin::photo)
        .toList();
  }

  /// The distance of two that show the same; empty if they do not.
  private static OptionalInt likeness(DecodedPhoto one, DecodedPhoto other) {
    if (one.glance().isEmpty() || other.glance().isEmpty()) {
      return OptionalInt.empty();
    }
    int distance = one.glance().get().distance(other.glance().get());
    return distance <= (isBurst(one, other) ? ALIKE_IN_A_BURST : ALIKE)
        ? OptionalInt.of(distance)
        : OptionalInt.empty();
  }

  private static boolean isBurst(DecodedPhoto one, DecodedPhoto other) {
    return one.takenAt().isPresent()
        && other.takenAt().isPresent()
        && Duration.between(one.takenAt().get(), other.takenAt().get()).abs().compareTo(BURST) <= 0;
  }

  private static List<Integer> blurred(List<DecodedPhoto> photos) {
    return IntStream.range(0, photos.size())
        .boxed()
        .filter(i -> sharpness(photos.get(i)) < BLURRED)
        .sorted(Comparator.comparingDouble(i -> sharpness(photos.get(i))))
        .toList();
  }

  private static double sharpness(DecodedPhoto photo) {
    return photo.glance().map(Glance::sharpness).orElse(1.0);
  }

  /// @param distance to the one that stays
  private record Twin(int photo, int distance) {}
}
