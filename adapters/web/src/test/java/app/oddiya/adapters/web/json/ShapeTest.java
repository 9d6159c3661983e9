package app.oddiya.adapters.web.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.shared.UserId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

  enum Pace {
    RELAXED,
    @Named("9:16")
    UPRIGHT
  }

  sealed interface Where permits ByName, Around {}

  record ByName(@Text(min = 1, max = 10) String name) implements Where {}

  record Around(GeoPoint position, @Range(min = 0.5, max = 50) double radiusKm) implements Where {}

  record Wish(
      Where where,
      LocalDate startDate,
      @Range(min = 1, max = 9) int adults,
      Pace pace,
      @Size(min = 1, max = 3, unique = true) @Text(max = 5) List<String> interests,
      Optional<Money> budget,
      @Named("call_me") Optional<String> nick) {}

  record Everything(
      String text,
      int small,
      long wide,
      double number,
      boolean truth,
      BigDecimal decimal,
      LocalDate date,
      LocalTime time,
      Instant instant,
      UUID uuid,
      URI uri,
      Currency currency,
      UserId user,
      Money money,
      GeoPoint point,
      Pace pace,
      List<Integer> list,
      Map<String, Long> map,
      Json any,
      Optional<String> there,
      Optional<String> absent,
      @Nullable String none) {}

  record Patch(Optional<String> title, Clearable<String> notes) {}

  private static <T> T read(Class<T> type, String json) {
    try {
      return type.cast(Wire.read(Shape.of(type), Json.parse(json.getBytes(UTF_8))));
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> mistakes(Class<?> type, String json) {
    InvalidFields invalid = catchThrowableOfType(InvalidFields.class, () -> read(type, json));
    return invalid.errors().stream().map(error -> error.pointer() + " " + error.code()).toList();
  }

  private static String wish(String where, String rest) {
    return "{\"where\":" + where + ",\"startDate\":\"2026-12-01\",\"adults\":2," + rest + "}";
  }

  @Test
  void readsARecordOfRecords() {
    Wish wish =
        read(
            Wish.class,
            wish(
                "{\"name\":\"Seoul\"}",
                "\"pace\":\"relaxed\",\"interests\":[\"food\"],\"call_me\":\"Kim\","
                    + "\"budget\":{\"amount\":\"120000\",\"currency\":\"KRW\"}"));

    assertThat(wish)
        .isEqualTo(
            new Wish(
                new ByName("Seoul"),
                LocalDate.of(2026, 12, 1),
                2,
                Pace.RELAXED,
                List.of("food"),
                Optional.of(Money.won(120_000)),
                Optional.of("Kim")));
  }

  @Test
  void whatItWritesReadsBackTheSame() {
    Everything all =
        new Everything(
            "a\u202e\"\\\n😀",
            -1,
            Long.MIN_VALUE,
            0.1,
            true,
            new BigDecimal("1200.50"),
            LocalDate.of(2026, 2, 28),
            LocalTime.of(9, 5),
            Instant.parse("2026-11-23T04:05:06.789Z"),
            UUID.fromString("00000000-0000-0000-0000-00000000002a"),
            URI.create("https://oddiya.test/a?b=c"),
            Currency.getInstance("JPY"),
            new UserId(7),
            Money.won(-5),
            new GeoPoint(-90, 180),
            Pace.UPRIGHT,
            List.of(1, 2),
            Map.of("a/b", 3L),
            Json.object().with("x", 1).build(),
            Optional.of("y"),
            Optional.empty(),
            null);

    String json = new String(Wire.write(all), UTF_8);

    assertThat(json)
        .contains("\"time\":\"09:05\"", "\"user\":\"7\"", "\"pace\":\"9:16\"", "\"none\":null")
        .contains("\"money\":{\"amount\":\"-5\",\"currency\":\"KRW\"}")
        .contains("\"point\":{\"lat\":-90.0,\"lng\":180.0}")
        .doesNotContain("absent");
    assertThat(read(Everything.class, json)).isEqualTo(all);
  }

  @Test
  void tellsEveryMistakeAtOnce() {
    assertThat(
            mistakes(
                Wish.class,
                "{\"where\":{\"position\":{\"lat\":91,\"lng\":0},\"radius\":1},"
                    + "\"startDate\":\"2026-02-30\",\"adults\":1.5,\"pace\":\"RELAXED\","
                    + "\"interests\":[\"a\",\"a\",1,\"too long\"],\"budget\":null,\"a/b~c\":1}"))
        .containsExactlyInAnyOrder(
            "/a~1b~0c unknown_field",
            "/where/radius unknown_field",
            "/where/position/lat out_of_range",
            "/where/radiusKm required",
            "/startDate bad_format",
            "/adults wrong_type",
            "/pace not_one_of",
            "/interests too_many",
            "/budget null");
  }

  @Test
  void everyKindOfMistakeHasItsCode() {
    assertThat(
            mistakes(
                Wish.class,
                wish(
                    "{\"name\":\"\"}",
                    "\"pace\":1,\"interests\":[],\"budget\":{\"amount\":1,\"currency\":\"XXZ\"}")))
        .containsExactlyInAnyOrder(
            "/where/name too_short",
            "/pace wrong_type",
            "/interests too_few",
            "/budget/amount wrong_type",
            "/budget/currency bad_format");
    assertThat(
            mistakes(
                Wish.class,
                wish(
                    "{\"name\":\"12345678901\"}",
                    "\"pace\":null,\"interests\":[\"a\",\"a\"],\"call_me\":null")))
        .containsExactlyInAnyOrder(
            "/where/name too_long", "/pace null", "/interests/1 not_unique", "/call_me null");
    assertThat(mistakes(Wish.class, "[]")).containsExactly(" wrong_type");
  }

  @Test
  void lengthIsInCodePoints() {
    assertThat(read(ByName.class, "{\"name\":\"" + "😀".repeat(10) + "\"}").name()).hasSize(20);
  }

  @ParameterizedTest
  @CsvSource({"2,2", "2.0,2", "2e0,2", "0.2e1,2"})
  void aWholeNumberIsWholeHoweverItIsWritten(String written, int number) {
    assertThat(
            read(
                    Wish.class,
                    wish("{\"name\":\"a\"}", "\"pace\":\"relaxed\",\"interests\":[\"a\"]")
                        .replace("\"adults\":2", "\"adults\":" + written))
                .adults())
        .isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"1e999999999", "-1e999999999", "99999999999999999999", "1e-999999999"})
  void numbersBeyondReasonAreRefusedWithoutBeingWrittenOut(String written) {
    assertThat(
            mistakes(
                Wish.class,
                wish("{\"name\":\"a\"}", "\"pace\":\"relaxed\",\"interests\":[\"a\"]")
                    .replace("\"adults\":2", "\"adults\":" + written)))
        .containsExactly("/adults out_of_range");
    assertThat(
            mistakes(
                Around.class, "{\"position\":{\"lat\":0,\"lng\":0},\"radiusKm\":" + written + "}"))
        .containsExactly("/radiusKm out_of_range");
  }

  @Test
  void tenThousandMistakesAreCutAtAHundredAndStillRefused() {
    String many =
        "{" + "\"x%d\":1,".repeat(10_000).formatted((Object[]) numbers(10_000)) + "\"name\":1}";

    InvalidFields invalid =
        catchThrowableOfType(InvalidFields.class, () -> read(ByName.class, many));

    assertThat(invalid.errors()).hasSize(100);
  }

  private static Integer[] numbers(int count) {
    Integer[] numbers = new Integer[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  @Test
  void aPatchLeavesAloneClearsOrSets() {
    assertThat(read(Patch.class, "{}").notes().over(Optional.of("old"))).hasValue("old");
    assertThat(read(Patch.class, "{\"notes\":null}").notes().over(Optional.of("old"))).isEmpty();
    assertThat(read(Patch.class, "{\"notes\":\"new\"}").notes().over(Optional.of("old")))
        .hasValue("new");
    assertThat(mistakes(Patch.class, "{\"title\":null,\"notes\":1}"))
        .containsExactly("/title null", "/notes wrong_type");
  }

  record More(@Inlined Patch patch, int rank) {}

  @Test
  void fieldsOfAnInlinedRecordStandBesideTheOthers() {
    More more = read(More.class, "{\"title\":\"a\",\"rank\":1}");

    assertThat(more.patch().title()).contains("a");
    assertThat(more.rank()).isEqualTo(1);
    assertThat(mistakes(More.class, "{\"title\":1,\"patch\":{}}"))
        .containsExactlyInAnyOrder("/title wrong_type", "/patch unknown_field", "/rank required");
  }

  record Ranked(@Inlined ByName name, int rank) {}

  @Test
  void anInlinedRecordIsWrittenAndDescribedAsItIsRead() {
    assertThat(new String(Wire.write(new Ranked(new ByName("a"), 1)), UTF_8))
        .isEqualTo("{\"name\":\"a\",\"rank\":1}");
    Schemas schemas = Schemas.ofRequests(Set.of());
    Shape.of(Ranked.class).schema(schemas);
    assertThat(definition(schemas, "Ranked"))
        .contains("\"properties\":{\"name\":{", "\"required\":[\"name\",\"rank\"]");
  }

  @Test
  void aRequestSchemaIsClosedAndSaysItsLimits() {
    Schemas schemas = Schemas.ofRequests(Set.of("Wish"));

    assertThat(Shape.of(Wish.class).schema(schemas).asText())
        .isEqualTo("{\"$ref\":\"#/components/schemas/WishInput\"}");
    assertThat(schemas.definitions().keySet())
        .containsExactlyInAnyOrder("WishInput", "ByName", "Around", "Position", "Money");
    assertThat(definition(schemas, "ByName"))
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\",\"minLength\":1,"
                + "\"maxLength\":10,\"pattern\":\"^[^\\\\u0000]*$\"}},\"required\":[\"name\"],"
                + "\"additionalProperties\":false}");
    assertThat(definition(schemas, "WishInput"))
        .contains("\"required\":[\"where\",\"startDate\",\"adults\",\"pace\",\"interests\"]")
        .contains(
            "\"adults\":{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":1,\"maximum\":9}")
        .contains("\"enum\":[\"relaxed\",\"9:16\"]")
        .contains("\"minItems\":1,\"maxItems\":3,\"uniqueItems\":true");
  }

  @Test
  void anAnswersSchemaIsOpenAndRequiresWhatIsNull() {
    Schemas schemas = Schemas.ofAnswers();
    Shape.of(Everything.class).schema(schemas);

    assertThat(definition(schemas, "Everything"))
        .doesNotContain("additionalProperties\":false")
        .contains("\"there\":{\"type\":\"string\"}")
        .contains("\"none\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}")
        .containsPattern("\"required\":\\[[^\\]]*\"none\"\\]")
        .doesNotContainPattern("\"required\":\\[[^\\]]*\"there\"");
  }

  private static String definition(Schemas schemas, String name) {
    return Objects.requireNonNull(schemas.definitions().get(name)).asText();
  }

  record NotAWireType(Thread thread) {}

  record LoosePattern(@Text(pattern = "[a-z]+") String text) {}

  @Test
  void whatCannotStandOnAWireIsRefusedWhenRoutesAreMade() {
    assertThatThrownBy(() -> Shape.of(NotAWireType.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("type: class java.lang.Thread (expected: a wire type)");
    assertThatThrownBy(() -> Shape.of(LoosePattern.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pattern: [a-z]+ (expected: ^...$)");
  }
}
