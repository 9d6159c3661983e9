package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Category;
import java.util.Map;
import java.util.Optional;

/// Which of our kinds a record of TourAPI is. Younger records have a code of the new classification
/// (`lclsSystm3`), older ones one of the first (`cat3`) too. A record whose codes are not here is
/// of no kind of ours, and is left out.
final class TourKinds {

  private static final Map<String, Category> BY_CODE =
      Map.ofEntries(
          Map.entry("HS010100", Category.PALACE),
          Map.entry("HS010200", Category.HERITAGE),
          Map.entry("HS010700", Category.HERITAGE),
          Map.entry("HS010800", Category.HERITAGE),
          Map.entry("HS030100", Category.TEMPLE),
          Map.entry("NA010100", Category.MOUNTAIN),
          Map.entry("NA010300", Category.WATERFALL),
          Map.entry("NA020500", Category.ISLAND),
          Map.entry("NA020800", Category.COAST),
          Map.entry("NA020900", Category.BEACH),
          Map.entry("NA040700", Category.GARDEN),
          Map.entry("VE010200", Category.OBSERVATORY),
          Map.entry("VE020100", Category.THEME_PARK),
          Map.entry("VE020200", Category.THEME_PARK),
          Map.entry("VE020300", Category.THEME_PARK),
          Map.entry("VE020400", Category.AQUARIUM),
          Map.entry("VE030100", Category.PARK),
          Map.entry("EX010100", Category.EXPERIENCE),
          Map.entry("VE060100", Category.THEATRE),
          Map.entry("VE070100", Category.MUSEUM),
          Map.entry("VE070200", Category.MUSEUM),
          Map.entry("VE070300", Category.MUSEUM),
          Map.entry("VE070500", Category.MUSEUM),
          Map.entry("VE070600", Category.GALLERY),
          Map.entry("SH010100", Category.SHOPPING),
          Map.entry("SH020100", Category.SHOPPING),
          Map.entry("SH060100", Category.MARKET),
          Map.entry("SH060200", Category.MARKET),
          Map.entry("FD050100", Category.CAFE),
          Map.entry("FD050200", Category.CAFE),
          Map.entry("A01010400", Category.MOUNTAIN),
          Map.entry("A01010600", Category.PARK),
          Map.entry("A01010700", Category.GARDEN),
          Map.entry("A01010800", Category.WATERFALL),
          Map.entry("A01011100", Category.COAST),
          Map.entry("A01011200", Category.BEACH),
          Map.entry("A01011300", Category.ISLAND),
          Map.entry("A01011900", Category.CAVE),
          Map.entry("A02010100", Category.PALACE),
          Map.entry("A02010200", Category.HERITAGE),
          Map.entry("A02010300", Category.HERITAGE),
          Map.entry("A02010400", Category.HERITAGE),
          Map.entry("A02010500", Category.HERITAGE),
          Map.entry("A02010600", Category.VILLAGE),
          Map.entry("A02010700", Category.HERITAGE),
          Map.entry("A02010800", Category.TEMPLE),
          Map.entry("A02020300", Category.SPA),
          Map.entry("A02020600", Category.THEME_PARK),
          Map.entry("A02020700", Category.PARK),
          Map.entry("A02030200", Category.EXPERIENCE),
          Map.entry("A02030600", Category.STREET),
          Map.entry("A02060100", Category.MUSEUM),
          Map.entry("A02060200", Category.MUSEUM),
          Map.entry("A02060300", Category.MUSEUM),
          Map.entry("A02060500", Category.GALLERY),
          Map.entry("A02060600", Category.THEATRE),
          Map.entry("A04010100", Category.MARKET),
          Map.entry("A04010200", Category.MARKET),
          Map.entry("A04010300", Category.SHOPPING),
          Map.entry("A04010400", Category.SHOPPING),
          Map.entry("A05020100", Category.RESTAURANT),
          Map.entry("A05020200", Category.RESTAURANT),
          Map.entry("A05020300", Category.RESTAURANT),
          Map.entry("A05020400", Category.RESTAURANT),
          Map.entry("A05020700", Category.RESTAURANT),
          Map.entry("A05020900", Category.CAFE));

  /// Groups of codes that are of one kind as a whole: Korean food, foreign food, bars.
  private static final Map<String, Category> BY_GROUP =
      Map.of("FD01", Category.RESTAURANT, "FD02", Category.RESTAURANT, "FD04", Category.BAR);

  private TourKinds() {}

  static Optional<Category> of(String newCode, String oldCode) {
    return Optional.ofNullable(BY_CODE.get(newCode))
        .or(
            () ->
                newCode.length() < 4
                    ? Optional.empty()
                    : Optional.ofNullable(BY_GROUP.get(newCode.substring(0, 4))))
        .or(() -> Optional.ofNullable(BY_CODE.get(oldCode)));
  }
}
