package app.oddiya.adapters.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// All routes of a service.
public final class Routes {

  private final List<Route> routes;

  private Routes(List<Route> routes) {
    Set<String> seen = new HashSet<>();
    for (Route route : routes) {
      if (!seen.add(route.method() + " " + route.path().text())) {
        throw new IllegalArgumentException("route: a second " + route.asText());
      }
    }
    this.routes = List.copyOf(routes);
  }

  public static Routes of(Route... routes) {
    return new Routes(Arrays.asList(routes));
  }

  public Routes and(Routes others) {
    List<Route> all = new ArrayList<>(routes);
    all.addAll(others.routes);
    return new Routes(all);
  }

  List<Route> all() {
    return routes;
  }

  /// The routes by their path, the more specific paths first.
  Map<String, List<Route>> byPath() {
    return routes.stream()
        .sorted(Comparator.comparing((Route route) -> route.path().specificity()))
        .collect(
            Collectors.groupingBy(
                route -> route.path().text(), LinkedHashMap::new, Collectors.toList()));
  }

  /// The text of `routes.txt`: method, path, who may call, body limit. A test of each app compares
  /// it with the file, so that a new or changed route is a diff to review.
  public String asText() {
    return routes.stream()
        .sorted(
            Comparator.comparing((Route route) -> route.path().text()).thenComparing(Route::method))
        .map(route -> route.asText() + "\n")
        .collect(Collectors.joining());
  }
}
