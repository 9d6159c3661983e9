package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.limit.RateLimitPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The routing table of the gateway. The first row that matches counts; a path without a row leads
/// nowhere.
///
/// @param strangerLimits what a request counts against that has no good token where one is needed
public record ProxyRoutes(List<ProxyRoute> rows, List<RateLimitPolicy> strangerLimits) {

  public ProxyRoutes {
    rows = List.copyOf(rows);
    strangerLimits = List.copyOf(strangerLimits);
    if (strangerLimits.stream().anyMatch(policy -> policy.per() == RateLimitPolicy.Per.USER)) {
      throw new IllegalArgumentException("strangerLimits: per user (expected: per client)");
    }
  }

  public static ProxyRoutes of(ProxyRoute... rows) {
    return new ProxyRoutes(List.of(rows), List.of());
  }

  /// Counts those who bring no good token where one is needed.
  public ProxyRoutes limitingStrangersBy(List<RateLimitPolicy> policies) {
    return new ProxyRoutes(rows, policies);
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

  /// All that requests count against.
  Set<RateLimitPolicy> policies() {
    return Stream.concat(
            strangerLimits.stream(), rows.stream().flatMap(row -> row.limits().stream()))
        .collect(Collectors.toUnmodifiableSet());
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
