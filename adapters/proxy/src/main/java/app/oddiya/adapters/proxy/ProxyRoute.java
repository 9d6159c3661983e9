package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.limit.RateLimitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which paths go where.
///
/// ```java
/// ProxyRoute.to(plan, "/api/v1/plans/**").forUsers().bodiesUpTo(64 << 10).within(ofSeconds(40))
/// ```
///
/// @param pattern an exact path, or one that ends in `/**` and means itself and all below it
/// @param upstream empty for what the gateway answers itself
/// @param access who may pass
/// @param bodyLimit in bytes, held while the body streams by
/// @param tellsAddress whether the upstream is told where the client is: an address is personal
///     data, so only who needs it gets it
/// @param takesCookies whether cookies go both ways, and with them what a browser says of the page
///     that sends them
/// @param limits what a request counts against, all of it
/// @param patience how long the upstream may be silent, before its answer or within it
public record ProxyRoute(
    String pattern,
    Optional<Upstream> upstream,
    Access access,
    long bodyLimit,
    boolean tellsAddress,
    boolean takesCookies,
    List<RateLimitPolicy> limits,
    Duration patience) {

  private static final String BELOW = "/**";
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(15);

  /// Who may pass.
  public enum Access {
    /// Everybody. A token that comes along stays here.
    ANYONE,
    /// Whoever shows a good access token, which goes on to the service.
    USER
  }

  public ProxyRoute {
    limits = List.copyOf(limits);
    if (access == Access.ANYONE
        && limits.stream().anyMatch(policy -> policy.per() == RateLimitPolicy.Per.USER)) {
      throw new IllegalArgumentException("limits: per user (expected: per client, for anyone)");
    }
  }

  /// A route to a service, open to anyone and without bodies until said otherwise.
  public static ProxyRoute to(Upstream upstream, String pattern) {
    return new ProxyRoute(
        pattern, Optional.of(upstream), Access.ANYONE, 0, false, false, List.of(), USUAL_PATIENCE);
  }

  /// A path that the gateway answers itself, to anyone.
  public static ProxyRoute here(String pattern) {
    return new ProxyRoute(
        pattern, Optional.empty(), Access.ANYONE, 0, false, false, List.of(), USUAL_PATIENCE);
  }

  public ProxyRoute forUsers() {
    return new ProxyRoute(
        pattern, upstream, Access.USER, bodyLimit, tellsAddress, takesCookies, limits, patience);
  }

  public ProxyRoute bodiesUpTo(long bytes) {
    return new ProxyRoute(
        pattern, upstream, access, bytes, tellsAddress, takesCookies, limits, patience);
  }

  /// Tells the upstream the client's address, in `X-Forwarded-For`.
  public ProxyRoute tellingAddress() {
    return new ProxyRoute(
        pattern, upstream, access, bodyLimit, true, takesCookies, limits, patience);
  }

  /// Lets cookies pass to the upstream and from it. Elsewhere they end here: what does not need a
  /// session should not be shown one.
  public ProxyRoute takingCookies() {
    return new ProxyRoute(
        pattern, upstream, access, bodyLimit, tellsAddress, true, limits, patience);
  }

  public ProxyRoute within(Duration silence) {
    return new ProxyRoute(
        pattern, upstream, access, bodyLimit, tellsAddress, takesCookies, limits, silence);
  }

  /// Counts requests; none means that there may be any number of them.
  public ProxyRoute limitedBy(List<RateLimitPolicy> policies) {
    return new ProxyRoute(
        pattern, upstream, access, bodyLimit, tellsAddress, takesCookies, policies, patience);
  }

  boolean matches(String path) {
    if (!pattern.endsWith(BELOW)) {
      return path.equals(pattern);
    }
    int length = pattern.length() - BELOW.length();
    return path.regionMatches(0, pattern, 0, length)
        && (path.length() == length || path.charAt(length) == '/');
  }

  /// Its line in `routes.txt`.
  public String asText() {
    return "%-24s %-6s %7d %-13s -> %s"
        .formatted(
            pattern,
            access == Access.USER ? "user" : "anyone",
            bodyLimit,
            limits.isEmpty() ? "unlimited" : names(limits),
            upstream.map(Upstream::name).orElse("here"));
  }

  private static String names(List<RateLimitPolicy> limits) {
    return limits.stream().map(RateLimitPolicy::name).collect(Collectors.joining(","));
  }
}
