package app.oddiya.domain.planning.place;

import app.oddiya.domain.shared.GeoPoint;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A place as one provider's record describes it. What no source says is absent.
///
/// @param interests what it offers, our own judgement
/// @param typicalMinutes how long people stay, our own judgement; 5..720
public record Place(
    PlaceId id,
    LocalText names,
    Category category,
    Set<Interest> interests,
    Setting setting,
    GeoPoint position,
    Optional<LocalText> address,
    OpeningHours hours,
    Optional<Admission> admission,
    int typicalMinutes,
    Optional<Picture> picture,
    Source source) {

  public Place {
    interests = Set.copyOf(interests);
    if (typicalMinutes < 5 || typicalMinutes > 720) {
      throw new IllegalArgumentException(
          "typicalMinutes: " + typicalMinutes + " (expected: 5..720)");
    }
  }

  /// How long people stay where nobody says how long.
  private static final int USUAL_MINUTES = 60;

  /// A place of which little more than its name is known: neither hours nor price nor what it
  /// offers.
  public static Place outlined(
      PlaceId id,
      LocalText names,
      Category category,
      GeoPoint position,
      Optional<LocalText> address,
      Source source) {
    return new Place(
        id,
        names,
        category,
        Set.of(),
        Setting.MIXED,
        position,
        address,
        new OpeningHours.Unpublished(),
        Optional.empty(),
        USUAL_MINUTES,
        Optional.empty(),
        source);
  }

  /// Whether lunch or dinner can be had here. Cafes do not count: most serve no meal.
  public boolean servesMeals() {
    return switch (category) {
      case RESTAURANT -> true;
      case FOOD_STREET, MARKET, BAR -> interests.contains(Interest.FOOD);
      default -> false;
    };
  }

  /// Whether it is worth a visit between meals too.
  public boolean isSight() {
    return category != Category.RESTAURANT
        && category != Category.BAR
        && !(category == Category.FOOD_STREET && servesMeals());
  }

  /// Whether a traveller who avoids `text` avoids this place: its name or its category contains the
  /// text, in any language, whatever the case.
  public boolean isMeantBy(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return !wanted.isEmpty()
        && (names.all().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
            || category.code().contains(wanted)
            || category.words().all().anyMatch(word -> word.contains(wanted)));
  }
}
