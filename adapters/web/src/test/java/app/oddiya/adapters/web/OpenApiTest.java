package app.oddiya.adapters.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.json.MalformedJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiTest {

  private static NotesService notes;
  private static Json document;

  @BeforeAll
  static void fetch() throws MalformedJson {
    notes = NotesService.start(new Issuer("k1"), new Issuer("p1"));
    try (Client client = new Client(notes.running.port())) {
      document = Json.parse(client.get("/openapi.json").body().getBytes(UTF_8));
    }
  }

  @AfterAll
  static void stop() {
    notes.close();
  }

  /// Goes down by the names of members.
  private static Json at(String... names) {
    Json here = document;
    for (String name : names) {
      if (!(here instanceof Json.Obj(var members))) {
        throw new AssertionError(Arrays.toString(names) + ": no object before " + name);
      }
      here = Objects.requireNonNull(members.get(name), name);
    }
    return here;
  }

  private static Map<String, Json> membersAt(String... names) {
    if (at(names) instanceof Json.Obj(var members)) {
      return members;
    }
    throw new AssertionError(Arrays.toString(names));
  }

  @Test
  void isOfVersion31AndTellsOfItself() {
    assertThat(at("openapi")).isEqualTo(Json.of("3.1.0"));
    assertThat(membersAt("paths")).containsKey("/openapi.json");
  }

  @Test
  void hasEveryRouteWithEveryStatusItAnswers() {
    List<String> lines = new ArrayList<>();
    membersAt("paths")
        .forEach(
            (path, item) ->
                membersAt("paths", path)
                    .keySet()
                    .forEach(
                        method ->
                            lines.add(
                                method
                                    + " "
                                    + path
                                    + " "
                                    + membersAt("paths", path, method, "responses").keySet())));

    assertThat(String.join("\n", lines))
        .isEqualTo(
            """
            get /broken [204, 400, 414, 431, 503]
            get /bytes/{kind} [200, 400, 404, 406, 414, 431, 503]
            get /events/{kind} [200, 400, 404, 406, 414, 431, 503]
            get /internal/seen [200, 400, 401, 403, 406, 414, 431, 503]
            get /internal/seen/{id} [200, 400, 401, 403, 404, 406, 414, 431, 503]
            get /notes [200, 400, 401, 406, 414, 431, 503]
            post /notes [200, 201, 400, 401, 406, 413, 414, 415, 422, 431, 503]
            get /notes/latest [200, 400, 401, 406, 414, 431, 503]
            delete /notes/{id} [204, 400, 401, 404, 412, 414, 428, 431, 503]
            get /notes/{id} [200, 400, 401, 404, 406, 414, 431, 503]
            patch /notes/{id} [200, 400, 401, 404, 406, 412, 413, 414, 415, 428, 431, 503]
            get /notes/{id}.ics [200, 400, 401, 404, 406, 414, 431, 503]
            put /once [204, 400, 401, 414, 431, 503]
            get /openapi.json [200, 400, 406, 414, 431, 503]
            get /outage [204, 400, 414, 431, 503]
            get /seen [200, 400, 401, 406, 414, 431, 503]
            get /slow [200, 400, 406, 414, 431, 503]
            post /token [200, 400, 406, 413, 414, 415, 431, 503]
            get /undeclared [204, 400, 414, 431, 503]""");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>();
    collect(document, references);

    assertThat(references).isNotEmpty();
    for (String reference : references) {
      assertThat(reference).startsWith("#/");
      assertThat(at(reference.substring(2).split("/", -1))).isNotNull();
    }
  }

  private static void collect(Json value, List<String> references) {
    switch (value) {
      case Json.Obj(var members) ->
          members.forEach(
              (name, member) -> {
                if (name.equals("$ref") && member instanceof Json.Str(String reference)) {
                  references.add(reference);
                }
                collect(member, references);
              });
      case Json.Arr(var items) -> items.forEach(item -> collect(item, references));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
    }
  }

  @Test
  void saysWhoMayCall() {
    assertThat(at("paths", "/slow", "get", "security").asText()).isEqualTo("[]");
    assertThat(at("paths", "/notes", "get", "security").asText()).isEqualTo("[{\"bearer\":[]}]");
    assertThat(at("paths", "/internal/seen", "get", "security").asText())
        .isEqualTo("[{\"internal\":[]}]");
    assertThat(at("paths", "/internal/seen/{id}", "get", "security").asText())
        .isEqualTo("[{\"internal\":[],\"bearer\":[]}]");
  }

  @Test
  void saysWhatMayBeSentAndWhatComesWithAnswers() {
    assertThat(at("paths", "/notes/{id}", "patch", "parameters").asText())
        .contains("{\"name\":\"id\",\"in\":\"path\",\"required\":true,")
        .contains("{\"name\":\"If-Match\",\"in\":\"header\",\"required\":true,");
    assertThat(at("paths", "/notes", "get", "parameters").asText())
        .contains(
            "{\"name\":\"limit\",\"in\":\"query\",\"required\":false,\"schema\":{\"type\":"
                + "\"integer\",\"format\":\"int32\",\"minimum\":1,\"maximum\":100},"
                + "\"description\":\"How many items, 20 by default.\"}");
    assertThat(membersAt("paths", "/notes/{id}", "patch", "requestBody", "content"))
        .containsOnlyKeys("application/merge-patch+json", "application/json");
    assertThat(at("components", "schemas", "Patch").asText())
        .contains("\"notes\":{\"anyOf\":[{\"type\":\"string\"", "\"additionalProperties\":false");
    assertThat(
            at("paths", "/token", "post", "requestBody", "content", RouteBuilder.FORM, "schema")
                .asText())
        .contains("\"required\":[\"grant_type\"]")
        .doesNotContain("additionalProperties");
    assertThat(membersAt("paths", "/notes/{id}", "get", "responses", "200", "headers"))
        .containsOnlyKeys("X-Request-Id", "ETag");
    assertThat(membersAt("paths", "/notes", "post", "responses", "201", "headers"))
        .containsOnlyKeys("X-Request-Id", "Location", "Vary");
    assertThat(membersAt("components", "responses", "Refused401", "headers"))
        .containsOnlyKeys("X-Request-Id", "WWW-Authenticate");
    assertThat(membersAt("components", "responses", "Refused503", "headers"))
        .containsOnlyKeys("X-Request-Id", "Retry-After");
  }

  @Test
  void saysWhatRefusalsLookLike() {
    String problem = ProblemDocument.MEDIA_TYPE;
    assertThat(
            at("paths", "/notes", "post", "responses", "422", "content", problem, "schema")
                .asText())
        .isEqualTo(
            "{\"anyOf\":[{\"allOf\":[{\"$ref\":\"#/components/schemas/Problem\"},"
                + "{\"$ref\":\"#/components/schemas/Conflict\"}]},"
                + "{\"$ref\":\"#/components/schemas/Problem\"}]}");
    assertThat(membersAt("paths", "/token", "post", "responses", "400", "content"))
        .containsOnlyKeys("application/json", problem);
    assertThat(at("components", "schemas", "Problem", "required").asText())
        .isEqualTo(
            "[\"type\",\"title\",\"status\",\"detail\",\"instance\",\"code\",\"requestId\"]");
  }

  @Test
  void saysWhichEventsAStreamHas() {
    assertThat(
            membersAt(
                "paths",
                "/notes",
                "post",
                "responses",
                "200",
                "content",
                "text/event-stream",
                "x-events"))
        .containsOnlyKeys("step", "note", "error");
  }
}
