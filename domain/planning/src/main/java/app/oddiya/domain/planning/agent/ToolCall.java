package app.oddiya.domain.planning.agent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a model asks to be done. Every tool only reads; arguments are of the right types and not
/// yet checked beyond that.
public sealed interface ToolCall {

  /// The provider's name for this call.
  String id();

  /// @param query a name or a kind of place
  /// @param category a [code][app.oddiya.domain.planning.place.Category#code()]
  record SearchPlaces(String id, String query, Optional<String> category) implements ToolCall {}

  record GetWeather(String id, List<LocalDate> dates) implements ToolCall {
    public GetWeather {
      dates = List.copyOf(dates);
    }
  }

  /// @param from ISO 4217
  /// @param to ISO 4217
  record ConvertCurrency(String id, BigDecimal amount, String from, String to)
      implements ToolCall {}

  record SubmitDraft(String id, List<Pick> picks) implements ToolCall {
    public SubmitDraft {
      picks = List.copyOf(picks);
    }
  }

  /// A call of a tool that there is not, or with arguments that do not fit its schema.
  ///
  /// @param arguments JSON as it came
  /// @param problem what is wrong with it, to be told to the model
  record Malformed(String id, String tool, String arguments, String problem) implements ToolCall {}

  /// @param placeId as the model wrote it, which need not be any place's
  /// @param score how much it belongs into this trip
  record Pick(String placeId, int score, OptionalInt minutes, Optional<String> sentence) {}
}
