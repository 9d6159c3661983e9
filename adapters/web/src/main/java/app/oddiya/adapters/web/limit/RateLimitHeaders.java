package app.oddiya.adapters.web.limit;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/// The header fields of draft-ietf-httpapi-ratelimit-headers-10: lists of structured fields (RFC
/// 9651) whose items are the names of policies.
///
/// ```
/// RateLimit-Policy: "user";q=600;w=60, "generate";q=20;w=3600
/// RateLimit: "user";r=598;t=41, "generate";r=19;t=3312
/// ```
public final class RateLimitHeaders {

  public static final String POLICY = "RateLimit-Policy";
  public static final String LIMIT = "RateLimit";
  public static final String RETRY_AFTER = "Retry-After";

  private RateLimitHeaders() {}

  /// The value of `RateLimit-Policy`: the quota `q` in requests and the window `w` in seconds.
  public static String policy(List<RateLimitPolicy> policies) {
    return listed(policies, RateLimitHeaders::item);
  }

  /// The value of `RateLimit`: what remains, `r`, and the seconds until there is more, `t`.
  public static String limit(List<Standing> standings) {
    return listed(standings, RateLimitHeaders::item);
  }

  /// Without a stream: most lists are of one, and every answer has two of them.
  private static <T> String listed(List<T> items, Function<T, String> item) {
    if (items.size() == 1) {
      return item.apply(items.getFirst());
    }
    StringJoiner list = new StringJoiner(", ");
    items.forEach(each -> list.add(item.apply(each)));
    return list.toString();
  }

  private static String item(RateLimitPolicy policy) {
    return '"'
        + policy.name()
        + "\";q="
        + policy.quota().requests()
        + ";w="
        + policy.quota().window().toSeconds();
  }

  private static String item(Standing standing) {
    return '"'
        + standing.policy().name()
        + "\";r="
        + standing.remaining()
        + ";t="
        + standing.resetSeconds();
  }
}
