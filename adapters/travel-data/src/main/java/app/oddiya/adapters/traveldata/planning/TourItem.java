package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Admission;
import app.oddiya.domain.planning.place.Evidence;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.Picture;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.shared.Money;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A record of TourAPI, or the introduction that goes with one; every field is a text that may be
/// missing or empty.
record TourItem(JsonNode fields) {

  static final String PROVIDER = "tourapi";

  private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

  /// Where TourAPI keeps its pictures. Its addresses begin with `http:` in older records and with
  /// `https:` in younger ones.
  private static final Pattern PICTURE =
      Pattern.compile("https?://(tong\\.visitkorea\\.or\\.kr/[A-Za-z0-9/_.-]+)");

  private static final Pattern MODIFIED =
      Pattern.compile("([0-9]{4})(0[1-9]|1[0-2])([0-2][0-9]|3[01])[0-9]{6}");

  /// What the introductions of each content type call their times and their days of closing.
  private static final Map<String, List<String>> HOURS =
      Map.of(
          "12", List.of("usetime", "restdate"),
          "14", List.of("usetimeculture", "restdateculture"),
          "38", List.of("opentime", "restdateshopping"),
          "39", List.of("opentimefood", "restdatefood"));

  String text(String field) {
    return fields.path(field).asString("").strip();
  }

  String id() {
    return text("contentid");
  }

  String type() {
    return text("contenttypeid");
  }

  /// The place, if it has all that a place needs and is of a kind of ours. Its hours come with its
  /// introduction.
  Optional<Place> place(Instant fetchedAt) {
    String title = text("title");
    if (!id().matches("[0-9]{1,20}") || title.isEmpty()) {
      return Optional.empty();
    }
    return Positions.read(text("mapy"), text("mapx"))
        .flatMap(
            position ->
                TourKinds.of(text("lclsSystm3"), text("cat3"))
                    .map(
                        category -> {
                          UsualVisit usual = UsualVisit.to(category);
                          return new Place(
                              new PlaceId(PROVIDER, id()),
                              new LocalText(title, Map.of()),
                              category,
                              usual.interests(),
                              usual.setting(),
                              position,
                              address(),
                              new OpeningHours.Unpublished(),
                              Optional.empty(),
                              usual.minutes(),
                              picture(),
                              new Source(PROVIDER, id(), fetchedAt));
                        }));
  }

  /// The place with what its introduction says of hours and price.
  Place introduced(Place place, TourItem intro) {
    List<String> names = HOURS.get(type());
    if (names == null) {
      return place;
    }
    Evidence evidence = evidence(place.source().fetchedAt());
    return new Place(
        place.id(),
        place.names(),
        place.category(),
        place.interests(),
        place.setting(),
        place.position(),
        place.address(),
        TourHours.read(intro.text(names.get(0)), intro.text(names.get(1)), evidence),
        // Any other price is a text of exceptions.
        intro.text("usefee").equals("무료")
            ? Optional.of(new Admission(Money.won(0), Optional.of(Money.won(0)), evidence))
            : Optional.empty(),
        place.typicalMinutes(),
        place.picture(),
        place.source());
  }

  private Evidence evidence(Instant fetchedAt) {
    return new Evidence(
        List.of(
            "https://apis.data.go.kr/B551011/KorService2/detailIntro2?contentId=%s&contentTypeId=%s"
                .formatted(id(), type())),
        LocalDate.ofInstant(fetchedAt, KOREA).toString(),
        modified());
  }

  private Optional<String> modified() {
    Matcher modified = MODIFIED.matcher(text("modifiedtime"));
    return modified.matches()
        ? Optional.of(String.join("-", modified.group(1), modified.group(2), modified.group(3)))
        : Optional.empty();
  }

  private Optional<LocalText> address() {
    String address = (text("addr1") + " " + text("addr2")).strip();
    return address.isEmpty() ? Optional.empty() : Optional.of(new LocalText(address, Map.of()));
  }

  /// Only what may be shown by whoever names the source: types 1 and 3 of the Korea Open Government
  /// License.
  private Optional<Picture> picture() {
    Optional<String> license =
        switch (text("cpyrhtDivCd")) {
          case "Type1" -> Optional.of("공공누리 제1유형");
          case "Type3" -> Optional.of("공공누리 제3유형");
          default -> Optional.empty();
        };
    Matcher address = PICTURE.matcher(text("firstimage"));
    return address.matches()
        ? license.map(
            it -> new Picture(URI.create("https://" + address.group(1)), "한국관광공사 TourAPI, " + it))
        : Optional.empty();
  }
}
