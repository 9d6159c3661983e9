package app.oddiya.adapters.web.limit;

/// A limit by its name: how much, for each of whom, and what holds while nobody can count.
///
/// @param name as clients see it in `RateLimit-Policy`: lower case letters and hyphens
/// @param outage what happens while the shared count cannot be had
public record RateLimitPolicy(String name, Quota quota, Per per, Outage outage) {

  /// Whose requests are counted together.
  public enum Per {
    /// All requests of a user, wherever they come from.
    USER,
    /// All requests from an address; of IPv6 from a /64, which is what one customer gets.
    CLIENT
  }

  /// What happens while the shared count cannot be had.
  public enum Outage {
    /// Nobody passes. For what a guesser would want to try more often.
    CLOSED,
    /// Each process counts for itself.
    LOCAL
  }

  public RateLimitPolicy {
    // It goes into a quoted string of a header (RFC 9651, section 3.3.3) as it is.
    if (!name.matches("[a-z][a-z-]{0,31}")) {
      throw new IllegalArgumentException("name: " + name + " (expected: letters and hyphens)");
    }
  }
}
