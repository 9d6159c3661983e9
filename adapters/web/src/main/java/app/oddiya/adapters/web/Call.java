package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.InvalidFields;
import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.adapters.web.json.Shape;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One request that has passed everything its route asks: path, caller, media types and size. What
/// is left to refuse is the content.
public final class Call {

  private final Route route;
  private final Caller.Proof proof;
  private final Trace trace;
  private final Deadline deadline;
  private final Map<String, String> pathParameters;
  private final String queryString;
  private final Function<String, List<String>> headers;
  private @Nullable Object found;
  private String accepted = "";
  private Optional<Route.Body> sentAs = Optional.empty();
  private byte[] content = {};
  private Optional<IfMatch> ifMatch = Optional.empty();

  Call(
      Route route,
      Caller.Proof proof,
      Trace trace,
      Deadline deadline,
      Map<String, String> pathParameters,
      String queryString,
      Function<String, List<String>> headers) {
    this.route = route;
    this.proof = proof;
    this.trace = trace;
    this.deadline = deadline;
    this.pathParameters = pathParameters;
    this.queryString = queryString;
    this.headers = headers;
  }

  /// The parameter of the path, decoded.
  public String path(String name) {
    return Objects.requireNonNull(pathParameters.get(name), name);
  }

  /// The query as the wire record that the route declares.
  ///
  /// @throws InvalidFields which becomes a 400 with all that is wrong
  public <T> T query(Class<T> type) {
    Map<String, List<String>> sent = UrlEncoded.parse(queryString);
    return type.cast(
        Wire.readTexts(
            route.query().orElseThrow(), name -> sent.getOrDefault(name, List.of()), "query"));
  }

  /// The page that is asked for.
  public Page.Request page() {
    return query(PageQuery.class).toRequest();
  }

  /// The request headers as the wire record that the route declares.
  public <T> T headers(Class<T> type) {
    return type.cast(Wire.readTexts(route.headers().orElseThrow(), headers, "header"));
  }

  /// The cookies as the wire record that the route declares.
  public <T> T cookies(Class<T> type) {
    Map<String, List<String>> sent = Cookies.parse(headers.apply("Cookie"));
    return type.cast(
        Wire.readTexts(
            route.cookies().orElseThrow(), name -> sent.getOrDefault(name, List.of()), "cookie"));
  }

  /// The body as the wire record that the route declares.
  ///
  /// @throws Refusal with 400 if it is not what it says it is
  /// @throws InvalidFields which becomes a 400 with all that is wrong
  public <T> T body(Class<T> type) {
    Route.Body body = sentAs.orElseThrow(() -> new IllegalStateException(route.asText()));
    if (body.type() != type) {
      throw new IllegalStateException("type: " + type + " (expected: " + body.type() + ")");
    }
    return type.cast(
        body.mediaType().equals(RouteBuilder.FORM) ? form(body.shape()) : json(body.shape()));
  }

  /// The body, for a finder: empty if there is anything wrong with it, which is for the handler to
  /// learn.
  public <T> Optional<T> soundBody(Class<T> type) {
    try {
      return sentAs.isEmpty() ? Optional.empty() : Optional.of(body(type));
    } catch (Refusal | InvalidFields e) {
      return Optional.empty();
    }
  }

  private Object json(Shape<?> shape) {
    try {
      return Wire.read(shape, Json.parse(content));
    } catch (MalformedJson e) {
      throw Problem.malformed("malformed_json", String.valueOf(e.getMessage())).asException();
    }
  }

  private Object form(Shape<?> shape) {
    Map<String, List<String>> sent =
        UrlEncoded.parse(new String(content, StandardCharsets.ISO_8859_1));
    return Wire.readTexts(shape, name -> sent.getOrDefault(name, List.of()), "form");
  }

  /// Whether the body came as `mediaType`, for routes that take more than one.
  public boolean sent(String mediaType) {
    return sentAs.map(Route.Body::mediaType).equals(Optional.of(mediaType));
  }

  /// Whether `mediaType` is the one of the route's answers that the client likes most.
  public boolean prefers(String mediaType) {
    return accepted.equals(mediaType);
  }

  /// Who is signed in; on internal routes the user acted for.
  ///
  /// @throws IllegalStateException on a route that asks for none
  public UserId user() {
    return actingFor().orElseThrow(() -> new IllegalStateException(route.asText()));
  }

  /// The user, where a route can do without.
  public Optional<UserId> actingFor() {
    return proof.user();
  }

  /// When the user's access token was issued, for the tombstone of a deleted account.
  public Instant tokenIssuedAt() {
    return proof.issuedAt().orElseThrow(() -> new IllegalStateException(route.asText()));
  }

  /// The user's access token as it came, to be passed on to sibling services.
  public Optional<String> accessToken() {
    return proof.accessToken();
  }

  /// The service that calls an internal route.
  public String callingService() {
    return proof.service().orElseThrow(() -> new IllegalStateException(route.asText()));
  }

  public String requestId() {
    return trace.requestId();
  }

  /// The W3C `traceparent`, to be passed on.
  public Optional<String> traceparent() {
    return trace.traceparent();
  }

  public Deadline deadline() {
    return deadline;
  }

  /// The states that this write may start from, on a route that needs it.
  public IfMatch ifMatch() {
    return ifMatch.orElseThrow(() -> new IllegalStateException(route.asText()));
  }

  Route route() {
    return route;
  }

  Object found() {
    return Objects.requireNonNull(found);
  }

  void found(Object what) {
    found = what;
  }

  void accepted(String mediaType) {
    accepted = mediaType;
  }

  void sent(Route.Body as, byte[] bytes) {
    sentAs = Optional.of(as);
    content = bytes;
  }

  void ifMatch(IfMatch states) {
    ifMatch = Optional.of(states);
  }
}
