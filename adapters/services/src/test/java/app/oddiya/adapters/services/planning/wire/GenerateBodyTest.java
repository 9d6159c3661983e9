package app.oddiya.adapters.services.planning.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.oddiya.adapters.web.json.FieldError;
import app.oddiya.adapters.web.json.InvalidFields;
import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.adapters.web.json.Shape;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.testkit.story.Trips;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateBodyTest {

  private static final String WISH =
      """
      {"destination":{"name":"Busan"},"startDate":"2027-04-10","endDate":"2027-04-11",
       "party":{"adults":2,"children":0},"interests":["history","food"],"pace":"balanced",
       "mustVisit":[],"avoid":[],"language":"en"}
      """;

  @Test
  void whatIsAskedForIsUnderstood() {
    assertThat(read(WISH)).isEqualTo(Trips.wish());
  }

  @Test
  void everythingAWishCanSayTravelsThereAndBack() {
    byte[] sent = Wire.write(GenerateBody.of(Trips.detailedWish()));

    assertThat(read(new String(sent, StandardCharsets.UTF_8))).isEqualTo(Trips.detailedWish());
  }

  @Test
  void listsMayBeLeftOut() {
    String shorter =
        WISH.replace("\"mustVisit\":[],\"avoid\":[],", "")
            .replace("\"interests\":[\"history\",\"food\"],", "");

    PlanRequest request = read(shorter);

    assertThat(request.interests()).isEmpty();
    assertThat(request.mustVisit()).isEmpty();
    assertThat(request.avoid()).isEmpty();
  }

  @Test
  void notesAreCountedAfterNormalisation() {
    String decomposed = "e\u0301".repeat(500);

    PlanRequest request = read(with("\"notes\":\"" + decomposed + "\""));

    assertThat(request.notes()).contains("é".repeat(500));
    assertThat(errorsIn(with("\"notes\":\"" + decomposed + "!\""))).containsExactly("/notes");
  }

  @Test
  void fourteenDaysAreATripAndFifteenAreNot() {
    assertThat(read(WISH.replace("04-11", "04-23")).dates()).hasSize(14);
    assertThat(errorsIn(WISH.replace("04-11", "04-24"))).containsExactly("/endDate");
    assertThat(errorsIn(WISH.replace("04-11", "04-09"))).containsExactly("/endDate");
  }

  @Test
  void allMistakesAreToldAtOnce() {
    String body =
        """
        {"destination":{"name":" "},"startDate":"2027-04-10","endDate":"2027-05-10",
         "party":{"adults":0,"children":0},"budget":{"amount":"-1","currency":"XYZ"},
         "interests":["food",7],"pace":"hasty","mustVisit":[{"placeId":"nowhere"}],
         "avoid":[""],"lodging":{"position":{"lat":91,"lng":0}},"language":"fr",
         "notes":"%s","wishes":1}
        """
            .formatted("n".repeat(501));

    assertThat(errorsIn(body))
        .containsExactlyInAnyOrder(
            "/destination/name",
            "/endDate",
            "/party/adults",
            "/budget/amount",
            "/budget/currency",
            "/interests/1",
            "/pace",
            "/mustVisit/0/placeId",
            "/avoid/0",
            "/lodging/position/lat",
            "/language",
            "/notes",
            "/wishes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Busan\" | 7 | /destination/name",
        "{\"name\":\"Busan\"} | {} | /destination/name",
        "\"balanced\" | null | /pace",
        "{\"adults\":2,\"children\":0} | {\"adults\":2.5,\"children\":-1} | /party/adults,/party/children",
        "\"2027-04-10\" | \"2027-02-30\" | /startDate",
        "\"en\" | \"EN\" | /language",
      })
  void whatIsWrongIsPointedAt(String right, String wrong, String pointers) {
    assertThat(errorsIn(WISH.replace(right, wrong))).contains(pointers.split(","));
  }

  /// Blank in Java's eyes, though `\S` lets them pass.
  @ParameterizedTest
  @CsvSource({"\\u3000", "\\u001c", "\\u2003"})
  void blankIsBlankInAnyScript(String blank) {
    assertThat(errorsIn(WISH.replace("Busan", blank))).containsExactly("/destination/name");
    assertThat(
            errorsIn(
                WISH.replace("\"mustVisit\":[]", "\"mustVisit\":[{\"text\":\"" + blank + "\"}]")))
        .containsExactly("/mustVisit/0/text");
  }

  private static String with(String field) {
    return WISH.replaceFirst("\\{", "{" + field + ",");
  }

  private static PlanRequest read(String json) {
    return body(json).toRequest();
  }

  private static List<String> errorsIn(String json) {
    InvalidFields invalid = catchThrowableOfType(InvalidFields.class, () -> read(json));
    assertThat(invalid).as(json).isNotNull();
    return invalid.errors().stream().map(FieldError::pointer).toList();
  }

  private static GenerateBody body(String json) {
    try {
      return (GenerateBody)
          Wire.read(
              Shape.of(GenerateBody.class), Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    } catch (MalformedJson e) {
      throw new AssertionError(json, e);
    }
  }
}
