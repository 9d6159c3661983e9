package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.json.Schemas;
import app.oddiya.adapters.web.json.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What routes refuse, in the words of OpenAPI: what the kit refuses by itself, and what a route
/// adds to that.
final class RefusalResponses {

  /// A status that the kit answers by itself.
  ///
  /// @param codes of the problem, for people
  private record Usual(int status, String description, String codes) {}

  private static final List<Usual> USUAL =
      List.of(
          new Usual(
              400,
              "What was sent is not HTTP, not JSON or not what is expected here.",
              "malformed_request, malformed_json, malformed_parameters, body_missing,"
                  + " incomplete_body, unknown_field, validation_failed"),
          new Usual(
              401,
              "It is not known who calls, or the caller has been deleted.",
              "unauthorized, account_deleted"),
          new Usual(403, "This service may not call this.", "caller_not_allowed"),
          new Usual(404, "There is nothing here.", "not_found"),
          new Usual(406, "No answer of an acceptable type.", "not_acceptable"),
          new Usual(413, "The body is too long.", "body_too_large"),
          new Usual(414, "The address is too long.", "uri_too_long"),
          new Usual(415, "The body is of another type.", "unsupported_media_type"),
          new Usual(428, "If-Match is missing.", "precondition_required"),
          new Usual(431, "The headers are too long.", "headers_too_large"),
          new Usual(503, "Something needed is not answering.", "unavailable"));

  private final Schemas schemas;

  RefusalResponses(Schemas schemas) {
    this.schemas = schemas;
  }

  /// The responses that operations share.
  Map<String, Json> components() {
    Map<String, Json> components = new LinkedHashMap<>();
    for (Usual usual : USUAL) {
      components.put(
          name(usual.status),
          response(usual.status, describe(usual, List.of()), problemContent(List.of())));
    }
    return components;
  }

  /// Every refusal of a route, by status.
  Map<String, Json> of(Route route) {
    Map<Integer, List<Route.RefusalKind>> own =
        route.refusals().stream()
            .collect(
                Collectors.groupingBy(
                    Route.RefusalKind::status, TreeMap::new, Collectors.toList()));
    Map<String, Json> responses = new TreeMap<>();
    for (Usual usual : USUAL) {
      if (applies(usual.status, route)) {
        List<Route.RefusalKind> more = own.getOrDefault(usual.status, List.of());
        own.remove(usual.status);
        responses.put(Integer.toString(usual.status), usual(usual, more, route));
      }
    }
    own.forEach(
        (status, kinds) ->
            responses.put(
                status.toString(),
                response(status, describe(kinds), content(status, kinds, route))));
    return responses;
  }

  private static boolean applies(int status, Route route) {
    return switch (status) {
      case 401 -> !(route.caller() instanceof Caller.Anyone);
      case 403 -> route.caller() instanceof Caller.Internal;
      case 404 -> !route.path().parameters().isEmpty();
      case 406 -> route.replies().stream().anyMatch(reply -> reply.mediaType().isPresent());
      case 413, 415 -> !route.bodies().isEmpty();
      case 428 -> route.needsIfMatch();
      default -> true;
    };
  }

  private Json usual(Usual usual, List<Route.RefusalKind> more, Route route) {
    boolean asUsual = more.isEmpty() && !hasOwnForm(usual.status, route);
    return asUsual
        ? Json.object().with("$ref", "#/components/responses/" + name(usual.status)).build()
        : response(usual.status, describe(usual, more), content(usual.status, more, route));
  }

  private static boolean hasOwnForm(int status, Route route) {
    return route.refusalForm().isPresent() && (status == 400 || status == 401);
  }

  private static String name(int status) {
    return "Refused" + status;
  }

  private static String describe(Usual usual, List<Route.RefusalKind> more) {
    String usually = usual.description + " (" + usual.codes + ")";
    return more.isEmpty() ? usually : usually + " " + describe(more);
  }

  private static String describe(List<Route.RefusalKind> kinds) {
    return kinds.stream()
        .map(kind -> kind.description() + " (" + kind.code() + ")")
        .collect(Collectors.joining(" "));
  }

  private Json.Obj content(int status, List<Route.RefusalKind> kinds, Route route) {
    Json.Builder content = Json.object();
    if (hasOwnForm(status, route)) {
      route
          .refusalForm()
          .ifPresent(form -> content.with(RouteBuilder.JSON, media(form.shape().schema(schemas))));
    }
    // Even where a route has a form of its own, what is no HTTP is refused before it is asked.
    problemContent(kinds).members().forEach(content::with);
    return content.build();
  }

  private Json.Obj problemContent(List<Route.RefusalKind> kinds) {
    return Json.object().with(ProblemDocument.MEDIA_TYPE, media(problem(kinds))).build();
  }

  /// A problem, with the fields of every kind that has some.
  private Json.Obj problem(List<Route.RefusalKind> kinds) {
    Json.Obj plain = Shape.of(ProblemDocument.class).schema(schemas);
    List<Json> extended =
        kinds.stream()
            .flatMap(kind -> kind.extension().stream())
            .<Json>map(
                extension ->
                    Json.object()
                        .with("allOf", new Json.Arr(List.of(plain, extension.schema(schemas))))
                        .build())
            .toList();
    return extended.isEmpty()
        ? plain
        : Json.object()
            .with(
                "anyOf", new Json.Arr(Stream.concat(extended.stream(), Stream.of(plain)).toList()))
            .build();
  }

  private static Json.Obj media(Json.Obj schema) {
    return Json.object().with("schema", schema).build();
  }

  private static Json response(int status, String description, Json.Obj content) {
    Json.Builder headers = Json.object();
    for (String name : headers(status)) {
      headers.with(name, textHeader());
    }
    return Json.object()
        .with("description", description)
        .with("headers", headers.build())
        .with("content", content)
        .build();
  }

  private static Set<String> headers(int status) {
    return switch (status) {
      case 401 -> Set.of("X-Request-Id", "WWW-Authenticate");
      case 429, 503 -> Set.of("X-Request-Id", "Retry-After");
      default -> Set.of("X-Request-Id");
    };
  }

  static Json textHeader() {
    return Json.object()
        .with("required", true)
        .with("schema", Json.object().with("type", "string").build())
        .build();
  }
}
