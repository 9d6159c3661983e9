package app.oddiya.adapters.proxy;

import java.time.Duration;
import java.util.Optional;

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
/// @param patience how long the upstream may be silent, before its answer or within it
public record ProxyRoute(
    String pattern,
    Optional<Upstream> upstream,
    Access access,
    long bodyLimit,
    boolean tellsAddress,
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

  /// A route to a service, open to anyone and without bodies until said otherwise.
  public static ProxyRoute to(Upstream upstream, String pattern) {
    return new ProxyRoute(pattern, Optional.of(upstream), Access.ANYONE, 0, false, USUAL_PATIENCE);
  }

  /// A path that the gateway answers itself, to anyone.
  public static ProxyRoute here(String pattern) {
    return new ProxyRoute(pattern, Optional.empty(), Access.ANYONE, 0, false, USUAL_PATIENCE);
  }

  public ProxyRoute forUsers() {
    return new ProxyRoute(pattern, upstream, Access.USER, bodyLimit, tellsAddress, patience);
  }

  public ProxyRoute bodiesUpTo(long bytes) {
    return new ProxyRoute(pattern, upstream, access, bytes, tellsAddress, patience);
  }

  /// Tells the upstream the client's address, in `X-Forwarded-For`.
  public ProxyRoute tellingAddress() {
    return new ProxyRoute(pattern, upstream, access, bodyLimit, true, patience);
  }

  public ProxyRoute within(Duration silence) {
    return new ProxyRoute(pattern, upstream, access, bodyLimit, tellsAddress, silence);
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
    return "%-24s %-6s %7d -> %s"
        .formatted(
            pattern,
            access == Access.USER ? "user" : "anyone",
            bodyLimit,
            upstream.map(Upstream::name).orElse("here"));
  }
}
