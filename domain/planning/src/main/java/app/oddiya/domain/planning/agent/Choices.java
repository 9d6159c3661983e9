package app.oddiya.domain.planning.agent;

import app.oddiya.domain.planning.place.PlaceId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a model thinks of places: wishes to the optimizer, which alone decides when and whether a
/// place is visited.
///
/// @param of by place; a place that is missing is one it has no opinion of
public record Choices(Map<PlaceId, Choice> of) {

  public static final Choices NONE = new Choices(Map.of());

  public Choices {
    of = Map.copyOf(of);
  }

  public Optional<Choice> of(PlaceId place) {
    return Optional.ofNullable(of.get(place));
  }

  /// @param score 0..100, how much it belongs into this trip
  /// @param minutes how long to stay; 5..720
  /// @param sentence what to do there, in the language of the plan
  public record Choice(int score, OptionalInt minutes, Optional<String> sentence) {
    public Choice {
      if (score < 0 || score > 100) {
        throw new IllegalArgumentException("score: " + score + " (expected: 0..100)");
      }
      if (minutes.isPresent() && (minutes.getAsInt() < 5 || minutes.getAsInt() > 720)) {
        throw new IllegalArgumentException(
            "minutes: " + minutes.getAsInt() + " (expected: 5..720)");
      }
    }
  }
}
