package app.oddiya.apps.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.json.MalformedJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

  private static final String PLAN =
      """
      {"paths": {
         "/api/v1/plans/{id}": {"get": {
           "security": [{"bearer": []}],
           "responses": {
             "200": {"content": {"application/json": {
               "schema": {"$ref": "#/components/schemas/Day"}}}},
             "400": {"$ref": "#/components/responses/Refused400"}}}},
         "/internal/plans/{id}": {"get": {
           "security": [{"internal": []}],
           "responses": {"200": {"$ref": "#/components/responses/Secret"}}}}},
       "components": {
         "schemas": {
           "Day": {"properties": {"stops": {"items": {"$ref": "#/components/schemas/Stop"}}}},
           "Stop": {"properties": {"arrive": {"type": "string"}}},
           "Problem": {"type": "object"}},
         "responses": {
           "Refused400": {"schema": {"$ref": "#/components/schemas/Problem"}},
           "Secret": {"description": "internal"}},
         "securitySchemes": {"bearer": {"type": "http"}, "internal": {"type": "apiKey"}}}}
      """;

  private static final String VIDEO =
      """
      {"paths": {
         "/api/v1/videos/{id}": {"get": {
           "security": [{"bearer": []}],
           "responses": {
             "200": {"content": {"application/json": {
               "schema": {"$ref": "#/components/schemas/Day"}}}},
             "400": {"$ref": "#/components/responses/Refused400"}}}}},
       "components": {
         "schemas": {
           "Day": {"properties": {"stops": {"items": {"$ref": "#/components/schemas/Stop"}}}},
           "Stop": {"properties": {"frame": {"type": "integer"}}},
           "Problem": {"type": "object"}},
         "responses": {"Refused400": {"schema": {"$ref": "#/components/schemas/Problem"}}},
         "securitySchemes": {"bearer": {"type": "http"}}}}
      """;

  @Test
  void onlyWhatIsPublicIsToldAndOnlyTheComponentsItLeadsTo() {
    String document = merged(part("plan", PLAN)).asText();

    assertThat(document)
        .contains("/api/v1/plans/{id}", "\"Day\"", "\"Stop\"", "\"Problem\"", "\"bearer\"")
        .doesNotContain("internal", "Secret");
  }

  @Test
  void whatTwoServicesUnderstandAlikeIsToldOnce() {
    Json document = merged(part("plan", PLAN), part("video", VIDEO));

    assertThat(names(document, "responses")).containsExactly("Refused400");
    assertThat(names(document, "securitySchemes")).containsExactly("bearer");
    assertThat(names(document, "schemas")).contains("Problem");
  }

  @Test
  void whatTheyUnderstandDifferentlyBearsTheirNamesAndSoDoesWhatLeadsThere() {
    Json document = merged(part("plan", PLAN), part("video", VIDEO));

    assertThat(names(document, "schemas"))
        .containsExactly("PlanDay", "PlanStop", "Problem", "VideoDay", "VideoStop");
    assertThat(at(document, "paths", "/api/v1/videos/{id}").asText())
        .contains("#/components/schemas/VideoDay");
    assertThat(at(document, "components", "schemas", "VideoDay").asText())
        .contains("#/components/schemas/VideoStop");
    assertThat(at(document, "components", "schemas", "PlanStop").asText()).contains("arrive");
  }

  @Test
  void aReferenceThatLeadsNowhereIsABugOfTheService() {
    String broken = PLAN.replace("\"Problem\": {\"type\": \"object\"}", "\"Other\": {}");

    assertThatThrownBy(() -> merged(part("plan", broken)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no component schemas/Problem");
  }

  private static Json merged(OpenApiMerge.Part... parts) {
    return OpenApiMerge.of(
        List.of(parts), (service, path) -> path.startsWith("/api/v1/" + service));
  }

  private static OpenApiMerge.Part part(String service, String document) {
    try {
      return new OpenApiMerge.Part(service, Json.parse(document.getBytes(UTF_8)));
    } catch (MalformedJson typo) {
      throw new AssertionError(typo);
    }
  }

  private static Iterable<String> names(Json document, String section) {
    return ((Json.Obj) at(document, "components", section)).members().keySet();
  }

  private static Json at(Json document, String... path) {
    Json place = document;
    for (String step : path) {
      place = ((Json.Obj) place).members().get(step);
      assertThat(place).as(step).isNotNull();
    }
    return place;
  }
}
