package app.oddiya.domain.planning.place;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a place offers and a traveller may look for.
public enum Interest {
  HISTORY,
  ARCHITECTURE,
  CULTURE,
  RELIGION,
  ART,
  SCIENCE,
  NATURE,
  BEACH,
  ADVENTURE,
  RELAX,
  FAMILY,
  PHOTO,
  NIGHT_VIEW,
  FOOD,
  CAFE,
  SHOPPING,
  K_POP;

  /// As in JSON: `history`, `night-view`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads a code, whatever its case and whether words are joined by `-`, `_` or a space; empty for
  /// an interest that no place is known to offer.
  public static Optional<Interest> parse(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
    return Arrays.stream(values()).filter(interest -> interest.code().equals(code)).findFirst();
  }
}
