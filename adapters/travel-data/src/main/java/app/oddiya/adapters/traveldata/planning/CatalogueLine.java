package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Admission;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Evidence;
import app.oddiya.domain.planning.place.Interest;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Setting;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One line of a file of the catalogue, see the README beside the files.
///
/// A fact without a source is refused: the catalogue would not be what it says it is.
record CatalogueLine(
    String id,
    Map<String, String> names,
    String city,
    String category,
    List<String> interests,
    String setting,
    Position position,
    @Nullable Map<String, String> address,
    @Nullable CatalogueHours hours,
    @Nullable Price admission,
    int typicalMinutes,
    Map<String, List<String>> sources,
    @Nullable Map<String, String> asOf,
    @Nullable List<String> conflicts) {

  static final String PROVIDER = "catalogue";

  /// The catalogue was collected in November 2026, place after place; its first day stands for the
  /// month, so that nothing looks younger than it is.
  static final Instant COLLECTED = Instant.parse("2026-11-01T00:00:00Z");

  private static final String READ_ON = "2026-11";

  record Position(double lat, double lng) {}

  record Price(long adult, @Nullable Long child, String currency, @Nullable String note) {}

  Place place() {
    requireSource("exists");
    requireSource("position");
    return new Place(
        new PlaceId(PROVIDER, id),
        text(names),
        Category.parse(category).orElseThrow(() -> unexpected("category", category)),
        interests.stream()
            .map(each -> Interest.parse(each).orElseThrow(() -> unexpected("interest", each)))
            .collect(Collectors.toUnmodifiableSet()),
        Setting.valueOf(setting.toUpperCase(Locale.ROOT)),
        new GeoPoint(position.lat(), position.lng()),
        address == null ? Optional.empty() : Optional.of(sourcedAddress(address)),
        hours == null ? new OpeningHours.Unpublished() : hours.openingHours(evidence("hours")),
        admission == null ? Optional.empty() : Optional.of(sourcedPrice(admission)),
        typicalMinutes,
        Optional.empty(),
        new Source(PROVIDER, id, COLLECTED));
  }

  private LocalText sourcedAddress(Map<String, String> texts) {
    requireSource("address");
    return text(texts);
  }

  private Admission sourcedPrice(Price price) {
    Currency currency = Currency.getInstance(price.currency());
    return new Admission(
        new Money(BigDecimal.valueOf(price.adult()), currency),
        Optional.ofNullable(price.child())
            .map(child -> new Money(BigDecimal.valueOf(child), currency)),
        evidence("admission"));
  }

  private Evidence evidence(String fact) {
    requireSource(fact);
    String date = asOf == null ? "unknown" : asOf.getOrDefault(fact, "unknown");
    return new Evidence(
        sources.getOrDefault(fact, List.of()),
        READ_ON,
        date.equals("unknown") ? Optional.empty() : Optional.of(date));
  }

  private void requireSource(String fact) {
    if (sources.getOrDefault(fact, List.of()).isEmpty()) {
      throw unexpected(fact, "no source");
    }
  }

  private static LocalText text(Map<String, String> texts) {
    Map<Language, String> translations = new EnumMap<>(Language.class);
    texts.forEach(
        (code, text) ->
            Language.parse(code)
                .filter(language -> language != Language.KO)
                .ifPresent(language -> translations.put(language, text)));
    return new LocalText(texts.getOrDefault("ko", ""), translations);
  }

  private IllegalStateException unexpected(String what, String value) {
    return new IllegalStateException(id + ": " + what + ": " + value);
  }
}
