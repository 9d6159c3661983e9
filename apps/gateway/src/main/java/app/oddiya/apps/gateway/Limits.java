package app.oddiya.apps.gateway;

import app.oddiya.adapters.web.Settings;
import app.oddiya.adapters.web.limit.Quota;
import app.oddiya.adapters.web.limit.RateLimitPolicy;
import app.oddiya.adapters.web.limit.RateLimitPolicy.Outage;
import app.oddiya.adapters.web.limit.RateLimitPolicy.Per;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How often the gateway may be asked. The usual quotas are several times what a person with the
/// app needs, also where some share an address. Each is a list of one, or of none where it is off.
///
/// @param signIn of an address at the sign-in routes; nobody passes while it cannot be counted
/// @param user of a user at all routes that need one
/// @param anyone of an address at the routes open to anyone, and without a good token at the others
/// @param generate of a user at the route that drafts plans
/// @param localPercent of each quota that one gateway gives away by itself while Redis is away
record Limits(
    List<RateLimitPolicy> signIn,
    List<RateLimitPolicy> user,
    List<RateLimitPolicy> anyone,
    List<RateLimitPolicy> generate,
    int localPercent) {

  private static final RateLimitPolicy SIGN_IN =
      usual("sign-in", 120, Duration.ofMinutes(1), Per.CLIENT, Outage.CLOSED);
  private static final RateLimitPolicy USER =
      usual("user", 600, Duration.ofMinutes(1), Per.USER, Outage.LOCAL);
  private static final RateLimitPolicy ANYONE =
      usual("anyone", 600, Duration.ofMinutes(1), Per.CLIENT, Outage.LOCAL);
  private static final RateLimitPolicy GENERATE =
      usual("generate", 60, Duration.ofMinutes(10), Per.USER, Outage.LOCAL);

  static Limits from(Settings settings) {
    return new Limits(
        policy(settings, "ODDIYA_GATEWAY_LIMIT_SIGN_IN", SIGN_IN),
        policy(settings, "ODDIYA_GATEWAY_LIMIT_USER", USER),
        policy(settings, "ODDIYA_GATEWAY_LIMIT_ANYONE", ANYONE),
        policy(settings, "ODDIYA_GATEWAY_LIMIT_GENERATE", GENERATE),
        settings.number("ODDIYA_GATEWAY_LIMIT_LOCAL_PERCENT", 100, 1, 100));
  }

  /// For a generation, which counts as a request like any other too.
  List<RateLimitPolicy> userAndGenerate() {
    return Stream.concat(user.stream(), generate.stream()).toList();
  }

  private static List<RateLimitPolicy> policy(
      Settings settings, String variable, RateLimitPolicy usual) {
    if (settings.optional(variable).isEmpty()) {
      return List.of(usual);
    }
    return settings.parsed(variable, Quota::parse, Optional.<Quota>empty()).stream()
        .map(quota -> new RateLimitPolicy(usual.name(), quota, usual.per(), usual.outage()))
        .toList();
  }

  private static RateLimitPolicy usual(
      String name, int requests, Duration window, Per per, Outage outage) {
    return new RateLimitPolicy(name, new Quota(requests, window), per, outage);
  }
}
