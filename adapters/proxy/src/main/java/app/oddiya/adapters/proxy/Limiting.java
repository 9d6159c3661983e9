package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.JettyProblems;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.limit.LimitKey;
import app.oddiya.adapters.web.limit.RateLimitHeaders;
import app.oddiya.adapters.web.limit.RateLimitPolicy;
import app.oddiya.adapters.web.limit.RateLimits;
import app.oddiya.adapters.web.limit.Ruling;
import app.oddiya.adapters.web.limit.Standing;
import app.oddiya.domain.shared.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Counts a request against its limits before anything else is done for it, and tells the client
/// how it stands with them, whatever the answer.
final class Limiting {

  private final RateLimits limits;
  private final TrustedProxies proxies;
  private final Background background;
  private final RulingCounts counts;

  /// @param policies all that there are
  Limiting(
      RateLimits limits,
      TrustedProxies proxies,
      Background background,
      Set<RateLimitPolicy> policies,
      MeterRegistry meters) {
    this.limits = limits;
    this.proxies = proxies;
    this.background = background;
    this.counts = new RulingCounts(policies, meters);
  }

  /// Counts a request and goes on with it if it may pass: at once where the limits are known to
  /// this process, which they nearly always are, else later on a thread of the [Background].
  ///
  /// @param user whose request it is, as far as that is known
  void count(
      List<RateLimitPolicy> policies,
      Optional<UserId> user,
      Request request,
      Response response,
      Callback callback,
      Runnable next) {
    if (policies.isEmpty()) {
      next.run();
    } else {
      new Count(policies, user, request, response, callback, next).goOn();
    }
  }

  private LimitKey key(RateLimitPolicy policy, Optional<UserId> user, Request request) {
    return switch (policy.per()) {
      case USER -> LimitKey.of(user.orElseThrow());
      case CLIENT -> LimitKey.of(proxies.clientOf(request));
    };
  }

  /// The counting of one request, policy by policy.
  private final class Count {

    private final List<RateLimitPolicy> policies;
    private final Optional<UserId> user;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Runnable next;
    private final List<Standing> standings;

    private Count(
        List<RateLimitPolicy> policies,
        Optional<UserId> user,
        Request request,
        Response response,
        Callback callback,
        Runnable next) {
      this.policies = policies;
      this.user = user;
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.next = next;
      this.standings = new ArrayList<>(policies.size());
    }

    void goOn() {
      while (standings.size() < policies.size()) {
        RateLimitPolicy policy = policies.get(standings.size());
        CompletableFuture<Ruling> ruling = limits.take(policy, key(policy, user, request));
        if (!ruling.isDone()) {
          var _ = ruling.thenAccept(this::goOnElsewhere);
          return;
        }
        if (!passes(ruling.join())) {
          return;
        }
      }
      tell();
      next.run();
    }

    private void goOnElsewhere(Ruling ruling) {
      background.run(
          () -> {
            if (passes(ruling)) {
              goOn();
            }
          },
          request,
          response,
          callback);
    }

    private boolean passes(Ruling ruling) {
      counts.count(ruling);
      return switch (ruling) {
        case Ruling.Admitted(var standing) -> standings.add(standing);
        case Ruling.Exceeded(var standing) -> {
          standings.add(standing);
          yield refuse(Problem.tooManyRequests(Duration.ofSeconds(standing.resetSeconds())));
        }
        case Ruling.Uncounted(_, var retryAfter) -> refuse(Problem.unavailable(retryAfter));
      };
    }

    private boolean refuse(Problem problem) {
      tell();
      JettyProblems.answer(problem, request, response, callback);
      return false;
    }

    private void tell() {
      HttpFields.Mutable headers = response.getHeaders();
      headers.put(RateLimitHeaders.POLICY, RateLimitHeaders.policy(policies));
      if (!standings.isEmpty()) {
        headers.put(RateLimitHeaders.LIMIT, RateLimitHeaders.limit(standings));
      }
    }
  }
}
