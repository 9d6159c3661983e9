package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One route as data. Routing, every refusal before the handler, `routes.txt` and the OpenAPI
/// document are made from it.
///
/// ```java
/// Route.get("/api/v1/plans/{id}", Caller.user())
///     .summary("A plan")
///     .answers(200, PlanView.class, "The plan", "ETag")
///     .handledBy(this::read);
/// ```
///
/// @param method in capitals
/// @param query the record that the query is read into
/// @param headers the record that the request headers of this route are read into
/// @param cookies the record that its cookies are read into
/// @param bodies what may be sent; empty for no body
/// @param bodyLimit in bytes
/// @param needsIfMatch whether a write has to name the state it starts from
/// @param replies what it answers when it goes well, the first being the usual one
/// @param refusals what it refuses beyond what the kit refuses by itself
/// @param refusalForm how 400 and 401 look where a standard other than RFC 9457 rules
/// @param budget how long an answer is of use
public record Route(
    String method,
    PathTemplate path,
    Caller caller,
    String summary,
    String description,
    Optional<Shape<?>> query,
    Optional<Shape<?>> headers,
    Optional<Shape<?>> cookies,
    List<Body> bodies,
    int bodyLimit,
    boolean needsIfMatch,
    List<Outcome> replies,
    List<RefusalKind> refusals,
    Optional<RefusalForm> refusalForm,
    Duration budget,
    Optional<Function<Call, Optional<?>>> finder,
    Handler handler) {

  /// @param type the Java type that the handler asks for
  record Body(String mediaType, Class<?> type, Shape<?> shape) {}

  /// @param mediaType empty for an answer without a body
  /// @param shape of a JSON body
  /// @param events of an event stream, by name
  record Outcome(
      int status,
      Optional<String> mediaType,
      Optional<Shape<?>> shape,
      Map<String, Shape<?>> events,
      String description,
      List<String> headers) {}

  /// @param extension of the fields that the problem has beyond those of every problem
  record RefusalKind(int status, String code, String description, Optional<Shape<?>> extension) {}

  record RefusalForm(Shape<?> shape, Function<Problem, Reply> form) {}

  public static RouteBuilder get(String path, Caller caller) {
    return new RouteBuilder("GET", path, caller);
  }

  public static RouteBuilder post(String path, Caller caller) {
    return new RouteBuilder("POST", path, caller);
  }

  public static RouteBuilder put(String path, Caller caller) {
    return new RouteBuilder("PUT", path, caller);
  }

  public static RouteBuilder patch(String path, Caller caller) {
    return new RouteBuilder("PATCH", path, caller);
  }

  public static RouteBuilder delete(String path, Caller caller) {
    return new RouteBuilder("DELETE", path, caller);
  }

  /// Its line in `routes.txt`.
  String asText() {
    String limit = bodies.isEmpty() ? "-" : Integer.toString(bodyLimit);
    return "%-6s %s %s %s".formatted(method, path.text(), caller.asText(), limit);
  }
}
