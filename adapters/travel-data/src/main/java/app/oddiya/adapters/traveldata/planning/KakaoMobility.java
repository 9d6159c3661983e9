package app.oddiya.adapters.traveldata.planning;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.ProviderClient;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Unavailable;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Routes by car, as Kakao Mobility finds them in the traffic of the moment.
///
/// https://developers.kakaomobility.com/docs/navi-api/
final class KakaoMobility {

  /// Destinations of one call, and how far away the farthest may be, in metres.
  static final int MOST_DESTINATIONS = 30;

  static final int WIDEST = 10_000;

  private final ProviderClient client;
  private final String key;

  KakaoMobility(ProviderClient client, String key) {
    this.client = client;
    this.key = key;
  }

  /// A way that was found.
  record Route(int seconds, int meters) {}

  private record Point(double x, double y) {
    static Point of(GeoPoint position) {
      return new Point(position.lng(), position.lat());
    }
  }

  private record Destination(String key, double x, double y) {}

  private record Wanted(
      Point origin, List<Destination> destinations, int radius, String priority) {}

  private record Found(@Nullable List<FoundRoute> routes) {}

  private record FoundRoute(
      @Nullable String key,
      @JsonProperty("result_code") @Nullable Integer code,
      @Nullable Summary summary) {

    Optional<Route> route() {
      return code != null && code == 0 && summary != null && summary.isPossible()
          ? Optional.of(new Route(summary.duration, summary.distance))
          : Optional.empty();
    }
  }

  /// @param distance in metres
  /// @param duration in seconds
  private record Summary(int distance, int duration) {
    boolean isPossible() {
      return distance >= 0 && duration >= 0 && duration <= 24 * 3600;
    }
  }

  /// The ways from one point to several that are no farther than [#WIDEST]; those to which no way
  /// was found are left out.
  ///
  /// @param to by what they are called in the answer, [#MOST_DESTINATIONS] of them at most
  Map<Integer, Route> routes(GeoPoint from, Map<Integer, GeoPoint> to, Deadline deadline) {
    List<Destination> destinations = new ArrayList<>();
    to.forEach(
        (name, position) ->
            destinations.add(
                new Destination(Integer.toString(name), position.lng(), position.lat())));
    Found found =
        ask(
            Call.post("/v1/destinations/directions")
                .json(new Wanted(Point.of(from), destinations, WIDEST, "TIME"))
                .idempotently(),
            deadline);
    Map<Integer, Route> routes = new HashMap<>();
    for (FoundRoute each : routes(found)) {
      to.keySet().stream()
          .filter(name -> Integer.toString(name).equals(each.key()))
          .findFirst()
          .ifPresent(name -> each.route().ifPresent(route -> routes.put(name, route)));
    }
    return routes;
  }

  /// The way from one point to another however far it is, if one was found.
  Optional<Route> route(GeoPoint from, GeoPoint to, Deadline deadline) {
    Found found =
        ask(
            Call.get("/v1/directions")
                .query("origin", written(from))
                .query("destination", written(to))
                .query("priority", "TIME")
                .query("summary", true),
            deadline);
    return routes(found).stream().findFirst().flatMap(FoundRoute::route);
  }

  private List<FoundRoute> routes(Found found) {
    if (found.routes() == null) {
      throw new Unavailable(client.name(), new IllegalStateException("an answer of no routes"));
    }
    return found.routes().stream().filter(Objects::nonNull).toList();
  }

  private Found ask(Call call, Deadline deadline) {
    Answer answer = client.send(call.header("Authorization", "KakaoAK " + key), deadline);
    if (answer.status() != 200) {
      throw answer.unexpected();
    }
    return answer.json(Found.class);
  }

  private static String written(GeoPoint position) {
    return Positions.write(position.lng()) + "," + Positions.write(position.lat());
  }
}
