package app.oddiya.adapters.proxy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The routing table of the gateway. The first row that matches counts; a path without a row leads
/// nowhere.
public record ProxyRoutes(List<ProxyRoute> rows) {

  public ProxyRoutes {
    rows = List.copyOf(rows);
  }

  public static ProxyRoutes of(ProxyRoute... rows) {
    return new ProxyRoutes(List.of(rows));
  }

  /// The row for a path.
  public Optional<ProxyRoute> find(String path) {
    // A dozen rows: a loop is as fast as anything cleverer, and allocates nothing.
    for (ProxyRoute row : rows) {
      if (row.matches(path)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /// The services that rows lead to.
  Set<Upstream> upstreams() {
    return rows.stream()
        .flatMap(row -> row.upstream().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The table as it stands in `routes.txt`.
  public String asText() {
    return rows.stream().map(ProxyRoute::asText).collect(Collectors.joining("\n", "", "\n"));
  }
}
