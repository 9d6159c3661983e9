package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.LocalText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How wide a region is, by how many names its address has: our judgement, as Kakao gives the
/// middle only.
enum KakaoRegion {
  PROVINCE(60),
  CITY(15),
  TOWN(4);

  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Pattern WHAT_IT_IS = Pattern.compile("(시|군|구|읍|면|동|도)$");

  private final double radiusKm;

  KakaoRegion(double radiusKm) {
    this.radiusKm = radiusKm;
  }

  /// The area of an address that is a region called so, with or without the word for what it is
  /// (`속초` for `속초시`).
  static Optional<Area> of(KakaoAnswers.AddressDocument address, String name) {
    String whole = address.name();
    if (!"REGION".equals(address.type()) || whole == null || whole.isBlank()) {
      return Optional.empty();
    }
    List<String> steps = SPACES.splitAsStream(whole.strip()).toList();
    if (!isCalled(whole, steps.getLast(), Spelling.plain(name))) {
      return Optional.empty();
    }
    KakaoRegion region = values()[Math.min(steps.size(), values().length) - 1];
    return Positions.read(address.y(), address.x())
        .map(
            center ->
                new Area(Optional.of(new LocalText(whole, Map.of())), center, region.radiusKm));
  }

  private static boolean isCalled(String whole, String last, String wanted) {
    return Spelling.plain(whole).equals(wanted)
        || Spelling.plain(last).equals(wanted)
        || Spelling.plain(WHAT_IT_IS.matcher(last).replaceFirst("")).equals(wanted);
  }
}
