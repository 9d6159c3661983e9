package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.limit.RateLimitPolicy;
import app.oddiya.adapters.web.limit.Ruling;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/// How often each rate limit has let a request pass, refused it, or could not count it. Counted for
/// every request, so by adders that allocate nothing.
final class RulingCounts {

  private final Map<String, Tally> tallies = new HashMap<>();

  private record Tally(LongAdder admitted, LongAdder exceeded, LongAdder uncounted) {}

  RulingCounts(Set<RateLimitPolicy> policies, MeterRegistry meters) {
    policies.stream().map(RateLimitPolicy::name).distinct().forEach(name -> add(name, meters));
  }

  private void add(String policy, MeterRegistry meters) {
    Tally tally = new Tally(new LongAdder(), new LongAdder(), new LongAdder());
    tallies.put(policy, tally);
    register(policy, "admitted", tally.admitted, meters);
    register(policy, "exceeded", tally.exceeded, meters);
    register(policy, "uncounted", tally.uncounted, meters);
  }

  private static void register(
      String policy, String ruling, LongAdder count, MeterRegistry meters) {
    FunctionCounter.builder("rate.limit.rulings", count, LongAdder::sum)
        .description("What rate limits have said of requests")
        .tag("policy", policy)
        .tag("ruling", ruling)
        .register(meters);
  }

  void count(Ruling ruling) {
    switch (ruling) {
      case Ruling.Admitted(var standing) -> tally(standing.policy()).admitted.increment();
      case Ruling.Exceeded(var standing) -> tally(standing.policy()).exceeded.increment();
      case Ruling.Uncounted(var policy, _) -> tally(policy).uncounted.increment();
    }
  }

  private Tally tally(RateLimitPolicy policy) {
    Tally tally = tallies.get(policy.name());
    if (tally == null) {
      throw new IllegalArgumentException("policy: " + policy.name() + " (expected: of a route)");
    }
    return tally;
  }
}
