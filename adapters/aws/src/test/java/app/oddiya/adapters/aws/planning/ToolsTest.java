package app.oddiya.adapters.aws.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.agent.ToolCall;
import app.oddiya.domain.planning.agent.ToolCall.Malformed;
import app.oddiya.domain.planning.agent.ToolCall.SubmitDraft;
import app.oddiya.domain.planning.place.Category;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ToolsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  /// Everything that may be said to each tool.
  private static final List<Arguments> FULL =
      List.of(
          Arguments.of("search_places", "{\"query\":\"해운대\",\"category\":\"beach\"}"),
          Arguments.of("get_weather", "{\"dates\":[\"2026-11-14\",\"2026-11-15\"]}"),
          Arguments.of("convert_currency", "{\"amount\":12.50,\"from\":\"USD\",\"to\":\"KRW\"}"),
          Arguments.of(
              "submit_draft",
              "{\"picks\":[{\"placeId\":\"kakao:1\",\"score\":90,\"minutes\":60,"
                  + "\"sentence\":\"바다를 봐요.\"}]}"));

  static Stream<Arguments> full() {
    return FULL.stream();
  }

  @Test
  void everyToolIsToldOfAndNoOther() {
    assertThat(names())
        .containsExactlyElementsOf(FULL.stream().map(a -> a.get()[0].toString()).toList());
  }

  @Test
  void theKindsOfPlaceAreThoseThatWeKnow() {
    assertThat(texts(schema("search_places").at("/properties/category/enum")))
        .containsExactlyElementsOf(Arrays.stream(Category.values()).map(Category::code).toList());
  }

  @ParameterizedTest
  @MethodSource("full")
  void everyArgumentIsRead(String tool, String arguments) {
    ToolCall call = Calls.read("call_1", tool, arguments);

    assertThat(Calls.tool(call)).isEqualTo(tool);
    assertThat(Calls.arguments(call).toString()).isEqualTo(arguments);
    assertThat(members(schema(tool))).isEqualTo(new HashSet<>(read(arguments).propertyNames()));
  }

  @ParameterizedTest
  @MethodSource("full")
  void onlyWhatTheSchemaRequiresMustBeThere(String tool, String arguments) {
    for (String member : members(schema(tool))) {
      ObjectNode fewer = (ObjectNode) read(arguments);
      fewer.remove(member);
      ToolCall call = Calls.read("call_1", tool, fewer.toString());

      if (texts(schema(tool).path("required")).contains(member)) {
        assertThat(((Malformed) call).problem()).isEqualTo("/" + member + ": missing");
      } else {
        assertThat(call).isNotInstanceOf(Malformed.class);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("full")
  void nothingElseMayBeThere(String tool, String arguments) {
    String more = ((ObjectNode) read(arguments)).put("mood", "good").toString();

    assertThat(Calls.read("call_1", tool, more))
        .isEqualTo(new Malformed("call_1", tool, more, "/mood: there is no such argument"));
    assertThat(schema(tool).path("additionalProperties").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          search_places    | {"query":7}                           | /query
          search_places    | {"query":null}                        | /query
          search_places    | []                                    | arguments
          search_places    | "해운대"                              | arguments
          search_places    | {"query":"a","query":"b"}             | arguments
          search_places    | {"query":"a"} {"query":"b"}           | arguments
          search_places    | {"query":"a"                          | arguments
          get_weather      | {"dates":"2026-11-14"}                | /dates
          get_weather      | {"dates":["2026-11-14","2026-02-30"]} | /dates/1
          get_weather      | {"dates":[20261114]}                  | /dates/0
          convert_currency | {"amount":"5","from":"USD","to":"KRW"} | /amount
          submit_draft     | {"picks":{}}                          | /picks
          submit_draft     | {"picks":["kakao:1"]}                 | /picks/0
          submit_draft     | {"picks":[{"placeId":"a","score":"9"}]}  | /picks/0/score
          submit_draft     | {"picks":[{"placeId":"a","score":9.5}]}  | /picks/0/score
          submit_draft     | {"picks":[{"placeId":"a","score":9e99}]} | /picks/0/score
          submit_draft     | {"picks":[{"placeId":"a","score":1},{"score":1}]} | /picks/1/placeId
          submit_draft     | {"picks":[{"placeId":"a","score":1,"at":"9:00"}]} | /picks/0/at
          """)
  void whatDoesNotFitIsToldByItsPlace(String tool, String arguments, String place) {
    Malformed call = (Malformed) Calls.read("call_1", tool, arguments);

    assertThat(call.problem()).startsWith(place + ":");
    assertThat(call.arguments()).isEqualTo(arguments);
  }

  @Test
  void aWholeNumberMayBeWrittenWithADecimalPoint() {
    ToolCall call =
        Calls.read("call_1", "submit_draft", "{\"picks\":[{\"placeId\":\"a\",\"score\":90.0}]}");

    assertThat(((SubmitDraft) call).picks().getFirst().score()).isEqualTo(90);
  }

  private static List<String> names() {
    return StreamSupport.stream(Tools.all().spliterator(), false)
        .map(tool -> tool.path("name").asString())
        .toList();
  }

  private static JsonNode schema(String name) {
    return Tools.all().get(names().indexOf(name)).path("inputSchema");
  }

  private static Set<String> members(JsonNode schema) {
    return new HashSet<>(schema.path("properties").propertyNames());
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static JsonNode read(String json) {
    return JSON.readTree(json);
  }
}
