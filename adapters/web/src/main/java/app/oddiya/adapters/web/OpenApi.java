package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.json.Schemas;
import app.oddiya.adapters.web.json.Shape;
import app.oddiya.domain.shared.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/// The OpenAPI 3.1 document of a service, made from its routes and nothing else. Fuzzers are
/// generated from it, so what the kit refuses by itself is in it as well.
final class OpenApi {

  private final String service;
  private final List<Route> routes;
  private final Schemas answers = Schemas.ofAnswers();
  private final Schemas requests;
  private final RefusalResponses refusals = new RefusalResponses(answers);

  private OpenApi(String service, List<Route> routes) {
    this.service = service;
    this.routes = routes;
    this.requests = Schemas.ofRequests(namesInAnswers(routes));
  }

  /// `GET /openapi.json`, of which the document tells too. It is made when first asked for, so that
  /// a service starts without it.
  ///
  /// @param whole makes the document to show of this one
  static Route route(String service, Routes routes, BiFunction<Json, Deadline, Json> whole) {
    AtomicReference<Json> document = new AtomicReference<>();
    return declared()
        .handledBy(
            call -> {
              if (document.get() == null) {
                document.set(of(service, routes));
              }
              return Answer.ok(whole.apply(document.get(), call.deadline()));
            });
  }

  static Json of(String service, Routes routes) {
    List<Route> all = new ArrayList<>(routes.all());
    all.add(declared().handledBy(call -> Answer.noContent()));
    return new OpenApi(service, all).document();
  }

  private static RouteBuilder declared() {
    return Route.get("/openapi.json", Caller.anyone())
        .summary("This document")
        .answers(200, Json.class, "An OpenAPI 3.1 document");
  }

  private static Set<String> namesInAnswers(List<Route> routes) {
    Set<String> names = new HashSet<>();
    Shape.of(ProblemDocument.class).collectNames(names);
    for (Route route : routes) {
      route.replies().forEach(reply -> reply.shape().ifPresent(shape -> shape.collectNames(names)));
      route
          .replies()
          .forEach(reply -> reply.events().values().forEach(event -> event.collectNames(names)));
      route
          .refusals()
          .forEach(kind -> kind.extension().ifPresent(shape -> shape.collectNames(names)));
      route.refusalForm().ifPresent(form -> form.shape().collectNames(names));
    }
    return names;
  }

  private Json document() {
    Map<String, Json> paths = new TreeMap<>();
    routes.stream()
        .sorted(Comparator.comparing(Route::method))
        .forEach(
            route ->
                paths.merge(
                    route.path().text(),
                    Json.object()
                        .with(route.method().toLowerCase(Locale.ROOT), operation(route))
                        .build(),
                    OpenApi::joined));
    Json responses = new Json.Obj(refusals.components());
    Map<String, Json> schemas = new TreeMap<>(answers.definitions());
    schemas.putAll(requests.definitions());
    return Json.object()
        .with("openapi", "3.1.0")
        .with("jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema")
        .with("info", Json.object().with("title", "Oddiya " + service).with("version", "1").build())
        .with("paths", new Json.Obj(paths))
        .with(
            "components",
            Json.object()
                .with("schemas", new Json.Obj(schemas))
                .with("responses", responses)
                .with("securitySchemes", securitySchemes())
                .build())
        .build();
  }

  private static Json joined(Json one, Json other) {
    Map<String, Json> members = new LinkedHashMap<>(((Json.Obj) one).members());
    members.putAll(((Json.Obj) other).members());
    return new Json.Obj(members);
  }

  private static Json securitySchemes() {
    return Json.object()
        .with(
            "bearer",
            Json.object()
                .with("type", "http")
                .with("scheme", "bearer")
                .with("bearerFormat", "JWT")
                .with("description", "An access token of RFC 9068.")
                .build())
        .with(
            "internal",
            Json.object()
                .with("type", "apiKey")
                .with("in", "header")
                .with("name", Dispatcher.INTERNAL_TOKEN)
                .with("description", "A token signed by the calling service for this one, 60 s.")
                .build())
        .build();
  }

  private Json operation(Route route) {
    Json.Builder operation =
        Json.object()
            .with("operationId", operationId(route))
            .with("summary", route.summary())
            .with("tags", Json.strings(List.of(service)));
    if (!route.description().isEmpty()) {
      operation.with("description", route.description());
    }
    operation.with("security", security(route.caller()));
    operation.with("parameters", new Json.Arr(parameters(route)));
    if (!route.bodies().isEmpty()) {
      operation.with("requestBody", requestBody(route));
    }
    return operation.with("responses", new Json.Obj(responses(route))).build();
  }

  /// `getApiV1PlansId`: the method and the words of the path.
  private static String operationId(Route route) {
    StringBuilder id = new StringBuilder(route.method().toLowerCase(Locale.ROOT));
    for (String word : route.path().text().split("[^a-zA-Z0-9]+", -1)) {
      if (!word.isEmpty()) {
        id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return id.toString();
  }

  private static Json security(Caller caller) {
    Json none = Json.strings(List.of());
    return switch (caller) {
      case Caller.Anyone() -> none;
      case Caller.User() -> new Json.Arr(List.of(Json.object().with("bearer", none).build()));
      case Caller.Internal internal -> {
        Json.Builder both = Json.object().with("internal", none);
        if (internal.forUser()) {
          both.with("bearer", none);
        }
        yield new Json.Arr(List.of(both.build()));
      }
    };
  }

  private List<Json> parameters(Route route) {
    List<Json> parameters = new ArrayList<>();
    route
        .path()
        .forms()
        .forEach(
            (name, form) ->
                parameters.add(
                    parameter(
                        name,
                        "path",
                        true,
                        Json.object()
                            .with("type", "string")
                            .with("pattern", "^(?:" + form + ")$")
                            .build())));
    route.query().ifPresent(shape -> parameters.addAll(requests.parameters(shape, "query")));
    route.headers().ifPresent(shape -> parameters.addAll(requests.parameters(shape, "header")));
    route.cookies().ifPresent(shape -> parameters.addAll(requests.parameters(shape, "cookie")));
    if (route.needsIfMatch()) {
      parameters.add(
          parameter(
              "If-Match",
              "header",
              true,
              Json.object().with("type", "string").with("pattern", IfMatch.FORM).build()));
    }
    parameters.add(
        parameter("X-Request-Id", "header", false, Json.object().with("type", "string").build()));
    return parameters;
  }

  private static Json parameter(String name, String in, boolean required, Json schema) {
    return Json.object()
        .with("name", name)
        .with("in", in)
        .with("required", required)
        .with("schema", schema)
        .build();
  }

  private Json requestBody(Route route) {
    Json.Builder content = Json.object();
    route
        .bodies()
        .forEach(
            body ->
                content.with(body.mediaType(), Json.object().with("schema", schema(body)).build()));
    return Json.object()
        .with("description", "At most " + route.bodyLimit() + " bytes.")
        .with("required", true)
        .with("content", content.build())
        .build();
  }

  private Json schema(Route.Body body) {
    return body.mediaType().equals(RouteBuilder.FORM)
        ? requests.form(body.shape())
        : body.shape().schema(requests);
  }

  private Map<String, Json> responses(Route route) {
    Map<String, Json> responses = new TreeMap<>();
    Map<Integer, List<Route.Outcome>> replies = new TreeMap<>();
    route
        .replies()
        .forEach(
            reply -> replies.computeIfAbsent(reply.status(), any -> new ArrayList<>()).add(reply));
    replies.forEach((status, same) -> responses.put(status.toString(), reply(same, route)));
    responses.putAll(refusals.of(route));
    return responses;
  }

  private Json reply(List<Route.Outcome> same, Route route) {
    Json.Builder content = Json.object();
    Json.Builder headers = Json.object().with("X-Request-Id", RefusalResponses.textHeader());
    for (Route.Outcome reply : same) {
      reply.mediaType().ifPresent(type -> content.with(type, mediaType(reply)));
      reply.headers().forEach(name -> headers.with(name, RefusalResponses.textHeader()));
    }
    if (route.replies().stream().flatMap(any -> any.mediaType().stream()).distinct().count() > 1) {
      headers.with("Vary", RefusalResponses.textHeader());
    }
    Json.Builder response =
        Json.object()
            .with("description", same.getFirst().description())
            .with("headers", headers.build());
    if (!content.build().members().isEmpty()) {
      response.with("content", content.build());
    }
    return response.build();
  }

  private Json mediaType(Route.Outcome reply) {
    if (reply.shape().isPresent()) {
      return Json.object().with("schema", reply.shape().get().schema(answers)).build();
    }
    if (!reply.mediaType().orElse("").startsWith("text/")) {
      // Bytes have no schema (OpenAPI 3.1.0, section 4.8.14.2).
      return Json.object().build();
    }
    Json.Builder text = Json.object().with("schema", Json.object().with("type", "string").build());
    if (!reply.events().isEmpty()) {
      // OpenAPI 3.1 has no word for the items of a stream; 3.2 has.
      Json.Builder events = Json.object();
      reply.events().forEach((name, shape) -> events.with(name, shape.schema(answers)));
      events.with("error", Shape.of(ProblemDocument.class).schema(answers));
      text.with("x-events", events.build());
    }
    return text.build();
  }
}
