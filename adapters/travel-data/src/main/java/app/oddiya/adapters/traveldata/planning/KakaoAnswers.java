package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Source;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Kakao Local answers, as documented; every text may be missing or empty.
final class KakaoAnswers {

  static final String PROVIDER = "kakao";

  private KakaoAnswers() {}

  /// A page of either search.
  record Found(@Nullable Meta meta, @Nullable List<Document> documents) {}

  record Meta(@JsonProperty("is_end") boolean isEnd) {}

  /// @param x longitude
  /// @param y latitude
  record Document(
      @Nullable String id,
      @JsonProperty("place_name") @Nullable String name,
      @JsonProperty("category_name") @Nullable String path,
      @JsonProperty("address_name") @Nullable String address,
      @JsonProperty("road_address_name") @Nullable String roadAddress,
      @Nullable String x,
      @Nullable String y) {

    /// The place, if it has all that a place needs and is of a kind of ours.
    Optional<Place> place(Instant fetchedAt) {
      if (id == null || !id.matches("[0-9]{1,20}") || name == null || name.isBlank()) {
        return Optional.empty();
      }
      return Positions.read(y, x)
          .flatMap(
              position ->
                  KakaoKinds.of(path == null ? "" : path)
                      .map(
                          category -> {
                            UsualVisit usual = UsualVisit.to(category);
                            return new Place(
                                new PlaceId(PROVIDER, id),
                                new LocalText(name, Map.of()),
                                category,
                                usual.interests(),
                                usual.setting(),
                                position,
                                written(),
                                new OpeningHours.Unpublished(),
                                Optional.empty(),
                                usual.minutes(),
                                Optional.empty(),
                                new Source(PROVIDER, id, fetchedAt));
                          }));
    }

    private Optional<LocalText> written() {
      return Optional.ofNullable(roadAddress)
          .filter(text -> !text.isBlank())
          .or(() -> Optional.ofNullable(address).filter(text -> !text.isBlank()))
          .map(text -> new LocalText(text, Map.of()));
    }
  }

  /// What the search for addresses answers.
  record Addresses(@Nullable List<AddressDocument> documents) {}

  /// @param type `REGION` for one that names an area and no house
  record AddressDocument(
      @JsonProperty("address_name") @Nullable String name,
      @JsonProperty("address_type") @Nullable String type,
      @Nullable String x,
      @Nullable String y) {}

  /// @param code `-10` for a quota that is spent
  record Refusal(@Nullable Integer code) {}
}
