package app.oddiya.apps.local;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The routes of a running service or gateway, as its OpenAPI document tells them.
final class ApiDocument {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private ApiDocument() {}

  /// One route.
  ///
  /// @param method in capitals
  /// @param path with its parameters in braces
  /// @param security names of the schemes that it asks for together: `bearer`, `internal`
  record Route(String method, String path, Set<String> security) {

    /// `GET /api/v1/plans/{id}`
    String text() {
      return method + " " + path;
    }

    boolean asks(String scheme) {
      return security.contains(scheme);
    }

    /// The path with its parameters filled in.
    String filled(Map<String, String> values) {
      return Arrays.stream(path.split("(?=[{])|(?<=[}])", -1))
          .map(part -> part.startsWith("{") ? value(part, values) : part)
          .collect(joining());
    }

    private String value(String part, Map<String, String> values) {
      String value = values.get(part.substring(1, part.length() - 1));
      if (value == null) {
        throw new IllegalArgumentException("nothing to fill into " + part + " of " + text());
      }
      return value;
    }
  }

  static List<Route> routesOf(URI door) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(door.resolve("/openapi.json")).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(door + " describes itself with " + answer.statusCode());
      }
      return routes(JsonMapper.builder().build().readTree(answer.body()));
    }
  }

  static List<Route> routes(JsonNode document) {
    List<Route> routes = new ArrayList<>();
    document
        .path("paths")
        .forEachEntry(
            (path, operations) ->
                operations.forEachEntry(
                    (method, operation) -> {
                      if (METHODS.contains(method)) {
                        Set<String> schemes = new TreeSet<>();
                        operation
                            .path("security")
                            .forEach(any -> any.forEachEntry((name, none) -> schemes.add(name)));
                        routes.add(new Route(method.toUpperCase(Locale.ROOT), path, schemes));
                      }
                    }));
    return routes;
  }
}
