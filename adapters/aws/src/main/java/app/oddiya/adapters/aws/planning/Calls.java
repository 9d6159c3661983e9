package app.oddiya.adapters.aws.planning;

import app.oddiya.adapters.aws.planning.Arguments.Unfit;
import app.oddiya.domain.planning.agent.ToolCall;
import app.oddiya.domain.planning.agent.ToolCall.ConvertCurrency;
import app.oddiya.domain.planning.agent.ToolCall.GetWeather;
import app.oddiya.domain.planning.agent.ToolCall.Malformed;
import app.oddiya.domain.planning.agent.ToolCall.Pick;
import app.oddiya.domain.planning.agent.ToolCall.SearchPlaces;
import app.oddiya.domain.planning.agent.ToolCall.SubmitDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Calls of [Tools] and their arguments in JSON, there and back: a call that is said to a model
/// again is what it said.
final class Calls {

  private static final String SEARCH = "search_places";
  private static final String WEATHER = "get_weather";
  private static final String CONVERT = "convert_currency";
  private static final String SUBMIT = "submit_draft";

  /// Amounts are decimal, and a name that comes twice is no JSON of ours.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Calls() {}

  /// @param arguments JSON; nothing at all stands for none, as it does in streams
  static ToolCall read(String id, String tool, String arguments) {
    try {
      JsonNode read = JSON.readTree(arguments.isEmpty() ? "{}" : arguments);
      return read(id, tool, new Arguments("", read));
    } catch (JacksonException notJson) {
      return new Malformed(id, tool, arguments, "arguments: not a JSON object");
    } catch (Unfit unfit) {
      return new Malformed(id, tool, arguments, unfit.problem());
    }
  }

  private static ToolCall read(String id, String tool, Arguments arguments) throws Unfit {
    ToolCall call =
        switch (tool) {
          case SEARCH ->
              new SearchPlaces(id, arguments.text("query"), arguments.optionalText("category"));
          case WEATHER -> new GetWeather(id, arguments.dates("dates"));
          case CONVERT ->
              new ConvertCurrency(
                  id, arguments.decimal("amount"), arguments.text("from"), arguments.text("to"));
          case SUBMIT -> new SubmitDraft(id, arguments.list("picks", Calls::pick));
          default ->
              throw new Unfit(
                  "there is no tool of this name (expected: "
                      + String.join(", ", SEARCH, WEATHER, CONVERT, SUBMIT)
                      + ")");
        };
    arguments.end();
    return call;
  }

  private static Pick pick(Arguments arguments) throws Unfit {
    var pick =
        new Pick(
            arguments.text("placeId"),
            arguments.integer("score"),
            arguments.optionalInteger("minutes"),
            arguments.optionalText("sentence"));
    arguments.end();
    return pick;
  }

  static String tool(ToolCall call) {
    return switch (call) {
      case SearchPlaces _ -> SEARCH;
      case GetWeather _ -> WEATHER;
      case ConvertCurrency _ -> CONVERT;
      case SubmitDraft _ -> SUBMIT;
      case Malformed malformed -> malformed.tool();
    };
  }

  static JsonNode arguments(ToolCall call) {
    ObjectNode arguments = JSON.createObjectNode();
    switch (call) {
      case SearchPlaces(_, String query, Optional<String> category) -> {
        arguments.put("query", query);
        category.ifPresent(code -> arguments.put("category", code));
      }
      case GetWeather(_, List<LocalDate> dates) -> {
        ArrayNode array = arguments.putArray("dates");
        dates.forEach(date -> array.add(date.toString()));
      }
      case ConvertCurrency(_, BigDecimal amount, String from, String to) ->
          arguments.put("amount", amount).put("from", from).put("to", to);
      case SubmitDraft(_, List<Pick> picks) -> {
        ArrayNode array = arguments.putArray("picks");
        picks.forEach(pick -> array.add(pick(pick)));
      }
      case Malformed malformed -> {
        return asSaid(malformed.arguments());
      }
    }
    return arguments;
  }

  private static ObjectNode pick(Pick pick) {
    ObjectNode object =
        JSON.createObjectNode().put("placeId", pick.placeId()).put("score", pick.score());
    OptionalInt minutes = pick.minutes();
    minutes.ifPresent(value -> object.put("minutes", value));
    pick.sentence().ifPresent(value -> object.put("sentence", value));
    return object;
  }

  /// Only an object can be sent back; what was none is left out, and the refusal says so.
  private static JsonNode asSaid(String arguments) {
    try {
      JsonNode said = JSON.readTree(arguments);
      return said.isObject() ? said : JSON.createObjectNode();
    } catch (JacksonException notJson) {
      return JSON.createObjectNode();
    }
  }
}
