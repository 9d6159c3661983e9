package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Shape;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Says what a route is, and last who handles it.
public final class RouteBuilder {

  static final String JSON = "application/json";
  static final String MERGE_PATCH = "application/merge-patch+json";
  static final String FORM = "application/x-www-form-urlencoded";
  static final String EVENTS = "text/event-stream";

  /// Ample for every body that is not a generated plan or a long list.
  private static final int USUAL_BODY_LIMIT = 64 * 1024;

  private final String method;
  private PathTemplate path;
  private final Caller caller;
  private String summary = "";
  private String description = "";
  private Optional<Shape<?>> query = Optional.empty();
  private Optional<Shape<?>> headers = Optional.empty();
  private Optional<Shape<?>> cookies = Optional.empty();
  private final List<Route.Body> bodies = new ArrayList<>();
  private int bodyLimit = USUAL_BODY_LIMIT;
  private boolean needsIfMatch;
  private final List<Route.Outcome> replies = new ArrayList<>();
  private final List<Route.RefusalKind> refusals = new ArrayList<>();
  private Optional<Route.RefusalForm> refusalForm = Optional.empty();
  private Duration budget = Duration.ofSeconds(10);

  RouteBuilder(String method, String path, Caller caller) {
    this.method = method;
    this.path = PathTemplate.of(path);
    this.caller = caller;
  }

  public RouteBuilder summary(String text) {
    summary = text;
    return this;
  }

  public RouteBuilder description(String text) {
    description = text;
    return this;
  }

  /// Limits a path parameter to a form (a regular expression), by default `[A-Za-z0-9_~:-]{1,128}`.
  /// What does not match is 404.
  public RouteBuilder where(String parameter, String form) {
    path = path.where(parameter, form);
    return this;
  }

  /// The wire record that [Call#query] gives.
  public RouteBuilder query(Class<?> type) {
    query = Optional.of(Shape.of(type));
    return this;
  }

  /// The wire record that [Call#headers] gives; its fields are named by `@Named`.
  public RouteBuilder headers(Class<?> type) {
    headers = Optional.of(Shape.of(type));
    return this;
  }

  /// The wire record that [Call#cookies] gives; its fields are named by `@Named`.
  public RouteBuilder cookies(Class<?> type) {
    cookies = Optional.of(Shape.of(type));
    return this;
  }

  /// A list by pages: adds `limit` and `cursor`, for [Call#page].
  public RouteBuilder paged() {
    return query(PageQuery.class);
  }

  public RouteBuilder json(Class<?> type) {
    return body(JSON, type);
  }

  public RouteBuilder form(Class<?> type) {
    return body(FORM, type);
  }

  /// A merge-patch (RFC 7396), which plain JSON serves too.
  public RouteBuilder mergePatch(Class<?> type) {
    return body(MERGE_PATCH, type).body(JSON, type);
  }

  private RouteBuilder body(String mediaType, Class<?> type) {
    bodies.add(new Route.Body(mediaType, type, Shape.of(type)));
    return this;
  }

  /// How long the body may be, by default 64 KiB.
  public RouteBuilder bodyLimit(int bytes) {
    bodyLimit = bytes;
    return this;
  }

  /// A write that has to say what it starts from: 428 without `If-Match`; see [Call#ifMatch].
  public RouteBuilder needsIfMatch() {
    needsIfMatch = true;
    return refuses(412, "precondition_failed", "It has changed since it was read.");
  }

  /// A JSON answer.
  ///
  /// @param type a wire record, or any other type that [Shape#of] knows
  /// @param headers that come with it
  public RouteBuilder answers(int status, Type type, String description, String... headers) {
    return answers(status, Optional.of(JSON), Optional.of(Shape.of(type)), description, headers);
  }

  /// One page of a list of `item`.
  public RouteBuilder answersListing(Class<?> item, String description) {
    return answers(200, new ListingType(item), description);
  }

  /// An answer without a body.
  public RouteBuilder answersNothing(int status, String description, String... headers) {
    return answers(status, Optional.empty(), Optional.empty(), description, headers);
  }

  /// A document of another kind than JSON: a finished one, such as a page, or bytes as they come,
  /// such as an archive.
  public RouteBuilder answersDocument(
      int status, String mediaType, String description, String... headers) {
    return answers(status, Optional.of(mediaType), Optional.empty(), description, headers);
  }

  /// An event stream, for those who `Accept` it.
  ///
  /// @param events the wire record in each kind of event; `error` is added
  public RouteBuilder answersEvents(Map<String, Class<?>> events, String description) {
    Map<String, Shape<?>> shapes = new LinkedHashMap<>();
    events.forEach((name, type) -> shapes.put(name, Shape.of(type)));
    replies.add(
        new Route.Outcome(
            200, Optional.of(EVENTS), Optional.empty(), shapes, description, List.of()));
    return this;
  }

  private RouteBuilder answers(
      int status,
      Optional<String> mediaType,
      Optional<Shape<?>> shape,
      String description,
      String... headers) {
    replies.add(
        new Route.Outcome(status, mediaType, shape, Map.of(), description, List.of(headers)));
    return this;
  }

  /// Documents a refusal of the handler's own. What the kit refuses is documented already: 400,
  /// 401, 403, 404 of a path with parameters, 406, 413, 414, 415, 428, 431, 503.
  public RouteBuilder refuses(int status, String code, String description) {
    refusals.add(new Route.RefusalKind(status, code, description, Optional.empty()));
    return this;
  }

  /// @param extension the wire record that goes with it, see [Problem#extendedBy]
  public RouteBuilder refuses(int status, String code, String description, Class<?> extension) {
    refusals.add(
        new Route.RefusalKind(status, code, description, Optional.of(Shape.of(extension))));
    return this;
  }

  /// Gives 400 and 401 another form than a problem, where another standard asks for it.
  ///
  /// @param type the wire record in the body
  public RouteBuilder refusesAs(Class<?> type, Function<Problem, Reply> form) {
    refusalForm = Optional.of(new Route.RefusalForm(Shape.of(type), form));
    return this;
  }

  /// How long an answer is of use, by default 10 s. A caller's own deadline may be earlier.
  public RouteBuilder budget(Duration longest) {
    budget = longest;
    return this;
  }

  public Route handledBy(Handler handler) {
    return build(Optional.empty(), handler);
  }

  /// Looks for what the path names before anything else is asked of the request, since 404 wins
  /// over every refusal but 401. What the body names may be looked for with it: [Call#soundBody].
  public <T> Finding<T> finding(Function<Call, Optional<T>> finder) {
    return new Finding<>(finder);
  }

  private Route build(Optional<Function<Call, Optional<?>>> finder, Handler handler) {
    return new Route(
        method,
        path,
        caller,
        summary,
        description,
        query,
        headers,
        cookies,
        List.copyOf(bodies),
        bodyLimit,
        needsIfMatch,
        List.copyOf(replies),
        List.copyOf(refusals),
        refusalForm,
        budget,
        finder,
        handler);
  }

  /// A route whose handler is given what was found.
  public final class Finding<T> {
    private final Function<Call, Optional<T>> finder;

    private Finding(Function<Call, Optional<T>> finder) {
      this.finder = finder;
    }

    @SuppressWarnings("unchecked") // what the finder found is handed to its own handler only
    public Route handledBy(BiFunction<Call, T, Answer> handler) {
      return build(
          Optional.<Function<Call, Optional<?>>>of(finder::apply),
          call -> handler.apply(call, (T) call.found()));
    }
  }
}
