package app.oddiya.adapters.aws;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Calls one part of AWS within a deadline; an outage comes out as [Unavailable], anything else as
/// the SDK said it.
///
/// Public for the packages beside it only.
public final class AwsCalls {

  private static final Duration AT_LEAST = Duration.ofMillis(1);

  private static final Set<Integer> OUTAGES =
      Set.of(
          // Credentials that expired or are not there yet: nothing that a request could have done
          // better, and it passes.
          401, 403, 408, 429);

  private final String what;
  private final InstantSource clock;

  /// @param what the part in a word or two, safe to show: `photo store`
  public AwsCalls(String what, InstantSource clock) {
    this.what = what;
    this.clock = clock;
  }

  /// Runs `call`, which is to carry [#within] in its request. An interrupt ends it at once, with
  /// [Unavailable] and the thread's flag set.
  public <T> T call(Supplier<T> call) {
    try {
      return interruptibly(call);
    } catch (SdkClientException e) {
      // No connection, or no answer in time.
      throw new Unavailable(what, e);
    } catch (AwsServiceException e) {
      if (isOutage(e)) {
        throw new Unavailable(what, e);
      }
      throw e;
    }
  }

  /// A platform thread that waits for a socket hears no interrupt, and a long poll would hold up a
  /// process that is being stopped for 20 s; a virtual thread does.
  private <T> T interruptibly(Supplier<T> call) {
    var task = new FutureTask<>(call::get);
    Thread thread = Thread.ofVirtual().start(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new Unavailable(what, e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }

  private static boolean isOutage(AwsServiceException e) {
    return e.statusCode() >= 500 || e.isThrottlingException() || OUTAGES.contains(e.statusCode());
  }

  /// What is left of the deadline, as a limit on one request with all its retries.
  ///
  /// @throws Unavailable if nothing is left
  public AwsRequestOverrideConfiguration within(Deadline deadline) {
    Duration left = deadline.remaining(clock);
    if (left.compareTo(AT_LEAST) < 0) {
      throw new Unavailable(what, new TimeoutException("the deadline has passed"));
    }
    return AwsRequestOverrideConfiguration.builder().apiCallTimeout(left).build();
  }
}
