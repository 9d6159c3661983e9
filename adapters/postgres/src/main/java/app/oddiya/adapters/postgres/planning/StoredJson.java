package app.oddiya.adapters.postgres.planning;

import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.MustVisit;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Type;
import java.time.LocalTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.module.blackbird.BlackbirdModule;

/// The parts of a plan that are read and written whole, as JSON in a column.
///
/// Domain records are stored as they are: their component names and the names below are the stored
/// form, so a renamed component needs a migration. `StoredJsonTest` reads what earlier releases
/// wrote.
final class StoredJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .changeDefaultPropertyInclusion(
              usual -> usual.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .addMixIn(Destination.class, DestinationNames.class)
          .addMixIn(MustVisit.class, MustVisitNames.class)
          .addMixIn(DayWeather.class, DayWeatherNames.class)
          .addMixIn(OpeningHours.class, OpeningHoursNames.class)
          // A plan has hundreds of small records. By itself Jackson makes a method handle anew for
          // each of them, and reads a time of day by a formatter: together a third of a read.
          .addModule(new BlackbirdModule())
          .addModule(
              new SimpleModule().addDeserializer(LocalTime.class, new TimeOfDayDeserializer()))
          .build();

  /// Kept, as finding out what a type needs takes longer than reading a small one.
  private static final Map<Type, ObjectReader> READERS = new ConcurrentHashMap<>();

  private StoredJson() {}

  static String write(Object part) {
    return MAPPER.writeValueAsString(part);
  }

  /// @param json UTF-8, as the driver has received it: decoding a plan's text first costs a tenth
  static <T> T read(byte[] json, Class<T> type) {
    return type.cast(read(json, (Type) type));
  }

  @SuppressWarnings("unchecked") // a reader reads what it is for
  static <T> T read(byte[] json, TypeReference<T> type) {
    return (T) read(json, type.getType());
  }

  private static Object read(byte[] json, Type type) {
    return READERS
        .computeIfAbsent(type, it -> MAPPER.readerFor(MAPPER.constructType(it)))
        .readValue(json);
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
