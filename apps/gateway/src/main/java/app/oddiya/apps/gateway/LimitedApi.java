package app.oddiya.apps.gateway;

import app.oddiya.adapters.proxy.ProxyRoute;
import app.oddiya.adapters.proxy.ProxyRoute.Access;
import app.oddiya.adapters.proxy.ProxyRoutes;
import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.limit.RateLimitHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Adds to the description of a service what the gateway's rate limits add to its answers, of which
/// the service itself does not know: the headers everywhere, and the 429.
final class LimitedApi {

  private static final String REFUSED = "RefusedByLimit";
  private static final Json REFUSAL = refusal();
  private static final String LIMITED = "Limited";

  /// What may come before a request is counted, or because it cannot be.
  private static final Set<String> PERHAPS_UNCOUNTED =
      Set.of("400", "408", "413", "414", "431", "500", "501", "503", "505");

  private final Map<String, Json> members;
  private final ProxyRoutes table;
  private final Map<String, Json> responses;

  private LimitedApi(Json.Obj document, ProxyRoutes table) {
    this.members = new LinkedHashMap<>(document.members());
    this.table = table;
    this.responses = new TreeMap<>(section(document, "components", "responses"));
  }

  /// The description of a service as it is behind the gateway.
  static Json of(Json document, ProxyRoutes table) {
    return document instanceof Json.Obj object ? new LimitedApi(object, table).told() : document;
  }

  private Json told() {
    Map<String, Json> paths = new LinkedHashMap<>();
    members(members.get("paths"))
        .forEach((path, operations) -> paths.put(path, limited(path, operations)));
    Map<String, Json> components = new LinkedHashMap<>(members(members.get("components")));
    Map<String, Json> headers = new LinkedHashMap<>(members(components.get("headers")));
    headers.putAll(headers());
    responses.put(REFUSED, REFUSAL);
    components.put("headers", new Json.Obj(headers));
    components.put("responses", new Json.Obj(responses));
    members.put("paths", new Json.Obj(paths));
    members.put("components", new Json.Obj(components));
    return new Json.Obj(members);
  }

  private Json limited(String path, Json operations) {
    Optional<ProxyRoute> row = table.find(path).filter(found -> !found.limits().isEmpty());
    if (row.isEmpty()) {
      return operations;
    }
    Map<String, Json> all = new LinkedHashMap<>();
    members(operations)
        .forEach((method, operation) -> all.put(method, operation(operation, row.get())));
    return new Json.Obj(all);
  }

  private Json operation(Json operation, ProxyRoute row) {
    Map<String, Json> all = new LinkedHashMap<>(members(operation));
    Map<String, Json> answers = new TreeMap<>(members(all.get("responses")));
    Json refusal = refused(answers.remove("429"));
    answers.replaceAll((status, answer) -> answer(status, answer, row));
    answers.put("429", refusal);
    all.put("responses", new Json.Obj(answers));
    return new Json.Obj(all);
  }

  /// A service may have a limit of its own, with a code of its own: then it is either of the two.
  private Json refused(@Nullable Json own) {
    if (own == null) {
      return reference("responses", REFUSED);
    }
    Map<String, Json> either = new LinkedHashMap<>(members(shared(own)));
    Map<String, Json> ours = members(REFUSAL);
    String text = text(ours.get("description")) + " " + text(either.get("description"));
    either.put("description", new Json.Str(text));
    return withHeaders(new Json.Obj(either), true);
  }

  private Json shared(Json answer) {
    return members(answer).get("$ref") instanceof Json.Str(var reference)
        ? component(reference.substring(reference.lastIndexOf('/') + 1))
        : answer;
  }

  private Json component(String name) {
    Json shared = responses.get(name);
    if (shared == null) {
      throw new IllegalStateException("no component responses/" + name);
    }
    return shared;
  }

  private static String text(@Nullable Json json) {
    return json instanceof Json.Str(var text) ? text : "";
  }

  /// An answer with the headers; one that operations share becomes another one that they share.
  private Json answer(String status, Json answer, ProxyRoute row) {
    boolean isAlwaysTold = isAlwaysTold(status, row);
    if (!(members(answer).get("$ref") instanceof Json.Str(var reference))) {
      return withHeaders(answer, isAlwaysTold);
    }
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    String limited = (isAlwaysTold ? LIMITED : "Perhaps" + LIMITED) + name;
    responses.put(limited, withHeaders(component(name), isAlwaysTold));
    return reference("responses", limited);
  }

  private boolean isAlwaysTold(String status, ProxyRoute row) {
    boolean isStranger = status.equals("401") && row.access() == Access.USER;
    return !PERHAPS_UNCOUNTED.contains(status) && !(isStranger && table.strangerLimits().isEmpty());
  }

  private static Json withHeaders(Json answer, boolean isAlwaysTold) {
    Map<String, Json> all = new LinkedHashMap<>(members(answer));
    Map<String, Json> headers = new LinkedHashMap<>(members(all.get("headers")));
    String perhaps = isAlwaysTold ? "" : "Perhaps";
    headers.put(RateLimitHeaders.POLICY, reference("headers", perhaps + "RateLimitPolicy"));
    headers.put(RateLimitHeaders.LIMIT, reference("headers", perhaps + "RateLimit"));
    all.put("headers", new Json.Obj(headers));
    return new Json.Obj(all);
  }

  private static Map<String, Json> headers() {
    Map<String, Json> headers = new LinkedHashMap<>();
    for (boolean isAlwaysTold : new boolean[] {true, false}) {
      String perhaps = isAlwaysTold ? "" : "Perhaps";
      headers.put(
          perhaps + "RateLimitPolicy",
          header(
              isAlwaysTold,
              "The limits that hold here, each with its quota q of requests in a window of w seconds"
                  + " (draft-ietf-httpapi-ratelimit-headers-10).",
              "\"user\";q=600;w=60"));
      headers.put(
          perhaps + "RateLimit",
          header(
              isAlwaysTold,
              "What is left of each: r requests, until there are more in t seconds"
                  + " (draft-ietf-httpapi-ratelimit-headers-10).",
              "\"user\";r=598;t=41"));
    }
    return headers;
  }

  private static Json header(boolean isRequired, String description, String example) {
    return Json.object()
        .with("description", description)
        .with("required", isRequired)
        .with("schema", Json.object().with("type", "string").build())
        .with("example", example)
        .build();
  }

  private static Json refusal() {
    Json text = Json.object().with("type", "string").build();
    Json seconds = Json.object().with("type", "integer").with("minimum", 1).build();
    Json answer =
        Json.object()
            .with("description", "The quota has been used up. (too_many_requests)")
            .with(
                "headers",
                Json.object()
                    .with(
                        "X-Request-Id",
                        Json.object().with("required", true).with("schema", text).build())
                    .with(
                        RateLimitHeaders.RETRY_AFTER,
                        Json.object()
                            .with("description", "Seconds until the next window.")
                            .with("required", true)
                            .with("schema", seconds)
                            .build())
                    .build())
            .with(
                "content",
                Json.object()
                    .with(
                        "application/problem+json",
                        Json.object().with("schema", reference("schemas", "Problem")).build())
                    .build())
            .build();
    return withHeaders(answer, true);
  }

  private static Json reference(String section, String name) {
    return Json.object().with("$ref", "#/components/" + section + "/" + name).build();
  }

  private static Map<String, Json> section(Json document, String outer, String inner) {
    return members(members(members(document).get(outer)).get(inner));
  }

  private static Map<String, Json> members(@Nullable Json json) {
    return json instanceof Json.Obj(var members) ? members : Map.of();
  }
}
