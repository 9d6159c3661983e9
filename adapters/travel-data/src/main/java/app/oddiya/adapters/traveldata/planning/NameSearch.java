package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Which places are called what somebody wrote: exactly so, or beginning with it, or containing it,
/// or contained in it, in this order.
final class NameSearch {

  /// A name of fewer characters is inside too many texts to be meant by them.
  private static final int TELLING = 3;

  private static final int NO_MATCH = 4;

  private NameSearch() {}

  static List<Place> among(Collection<Place> places, String text) {
    String wanted = Spelling.plain(text);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return places.stream()
        .map(place -> new Match(place, mismatch(place, wanted)))
        .filter(match -> match.mismatch() < NO_MATCH)
        .sorted(
            Comparator.comparingInt(Match::mismatch)
                .thenComparingInt(match -> match.place().names().local().length())
                .thenComparing(match -> match.place().id().id()))
        .map(Match::place)
        .toList();
  }

  private record Match(Place place, int mismatch) {}

  private static int mismatch(Place place, String wanted) {
    return place.names().all().mapToInt(name -> mismatch(name, wanted)).min().orElse(NO_MATCH);
  }

  private static int mismatch(String name, String wanted) {
    String plain = Spelling.plain(name);
    if (plain.equals(wanted)) {
      return 0;
    }
    if (plain.startsWith(wanted)) {
      return 1;
    }
    if (plain.contains(wanted)) {
      return 2;
    }
    return plain.length() >= TELLING && wanted.contains(plain) ? 3 : NO_MATCH;
  }
}
