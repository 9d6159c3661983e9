package app.oddiya.adapters.redis.planning;

import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.MustVisit;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Domain values as they stand in the cache: JSON with the names of their components. Whoever
/// changes a component changes [#VERSION], so that no release reads what another wrote.
final class CachedJson {

  /// Stands in every key.
  static final String VERSION = "v1";

  private static final Logger LOG = LoggerFactory.getLogger(CachedJson.class);

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .changeDefaultPropertyInclusion(
              usual -> usual.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .addMixIn(Destination.class, DestinationNames.class)
          .addMixIn(MustVisit.class, MustVisitNames.class)
          .addMixIn(DayWeather.class, DayWeatherNames.class)
          .addMixIn(OpeningHours.class, OpeningHoursNames.class)
          .build();

  private CachedJson() {}

  static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// Empty for what cannot be read, as if it were not there.
  static <T> Optional<T> read(byte[] json, TypeReference<T> type) {
    try {
      return Optional.ofNullable(MAPPER.readValue(json, type));
    } catch (JacksonException notOurs) {
      LOG.atWarn()
          .addKeyValue("event", "cached_value_bad")
          .addKeyValue("type", type.getType().getTypeName())
          .log("a cached value cannot be read");
      return Optional.empty();
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Destination.Named.class, name = "named"),
    @JsonSubTypes.Type(value = Destination.Around.class, name = "around")
  })
  private interface DestinationNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = MustVisit.Called.class, name = "called"),
    @JsonSubTypes.Type(value = MustVisit.Known.class, name = "known")
  })
  private interface MustVisitNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = DayWeather.Unknown.class, name = "unknown"),
    @JsonSubTypes.Type(value = DayWeather.Climate.class, name = "climate"),
    @JsonSubTypes.Type(value = DayWeather.Forecast.class, name = "forecast")
  })
  private interface DayWeatherNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = OpeningHours.Unpublished.class, name = "unpublished"),
    @JsonSubTypes.Type(value = OpeningHours.Always.class, name = "always"),
    @JsonSubTypes.Type(value = OpeningHours.Timetable.class, name = "timetable")
  })
  private interface OpeningHoursNames {}
}
