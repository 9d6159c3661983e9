package app.oddiya.adapters.redis.limit;

import app.oddiya.adapters.web.limit.RateLimitPolicy;
import app.oddiya.adapters.web.limit.Ruling;
import app.oddiya.adapters.web.limit.Standing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// What this process knows about one key of a policy: its lease of the current window, what was
/// left in the shared bucket when it was taken, and who waits for the next one. At most one
/// question is under way for a key at any time; whoever comes meanwhile waits for the same answer.
final class Account {

  private static final long LARGEST_LEASE = 256;

  /// A lease is at most this part of what is left for all, so that none holds much when it runs
  /// short.
  private static final long PART_OF_THE_REST = 16;

  private final Deque<CompletableFuture<Ruling>> waiting = new ArrayDeque<>(0);
  private boolean isAsking;
  private long ends = Long.MIN_VALUE;
  private long left;
  private long shared;
  private long used;
  private long usedBefore;

  /// What a request has to do.
  sealed interface Step {

    record Known(Ruling ruling) implements Step {}

    record Wait(CompletableFuture<Ruling> ruling) implements Step {}

    /// Wait, and ask the shared bucket for `tokens` meanwhile.
    record Ask(CompletableFuture<Ruling> ruling, long tokens) implements Step {}

    /// There is nobody to ask.
    record Alone() implements Step {}
  }

  synchronized Step take(RateLimitPolicy policy, long now, boolean isAway) {
    if (now < ends && left > 0) {
      return new Step.Known(admit(policy, now));
    }
    if (now < ends && shared == 0) {
      return new Step.Known(refuse(policy, now));
    }
    if (isAway) {
      return new Step.Alone();
    }
    CompletableFuture<Ruling> ruling = new CompletableFuture<>();
    waiting.add(ruling);
    if (isAsking) {
      return new Step.Wait(ruling);
    }
    isAsking = true;
    return new Step.Ask(ruling, lease(policy, now));
  }

  /// Gives out what has come from the shared bucket.
  ///
  /// @return how many tokens to ask for next, for those who came meanwhile; 0 for none
  long settle(RateLimitPolicy policy, SharedBuckets.Taken taken, long asked, long now) {
    List<CompletableFuture<Ruling>> waiters = new ArrayList<>();
    List<Ruling> rulings = new ArrayList<>();
    long more;
    synchronized (this) {
      if (taken.ends() != ends) {
        usedBefore = used;
        used = 0;
        left = 0;
        ends = taken.ends();
      }
      left += taken.tokens();
      shared = taken.left();
      while (!waiting.isEmpty() && (left > 0 || taken.tokens() < asked)) {
        waiters.add(waiting.remove());
        rulings.add(left > 0 ? admit(policy, now) : refuse(policy, now));
      }
      isAsking = !waiting.isEmpty();
      more = isAsking ? lease(policy, now) : 0;
    }
    for (int i = 0; i < waiters.size(); i++) {
      waiters.get(i).complete(rulings.get(i));
    }
    return more;
  }

  /// Lets those who wait be judged without the shared bucket.
  void goOnAlone(Supplier<Ruling> judge) {
    List<CompletableFuture<Ruling>> waiters;
    synchronized (this) {
      isAsking = false;
      waiters = new ArrayList<>(waiting);
      waiting.clear();
    }
    waiters.forEach(waiter -> waiter.complete(judge.get()));
  }

  /// As many as wait, and for the time after that as many again as this process has used in this
  /// window, or a quarter of what it used in the one before: who asks once gets one token, who asks
  /// a thousand times asks Redis some ten times.
  private long lease(RateLimitPolicy policy, long now) {
    return switch (policy.outage()) {
      case CLOSED -> waiting.size();
      case LOCAL -> {
        boolean isNewWindow = now >= ends;
        long rest = isNewWindow ? policy.quota().requests() : shared;
        long proven = isNewWindow ? used / 4 : Math.max(used, usedBefore / 4);
        long spare = Math.min(proven, Math.min(LARGEST_LEASE, rest / PART_OF_THE_REST));
        yield waiting.size() + spare;
      }
    };
  }

  private Ruling admit(RateLimitPolicy policy, long now) {
    left--;
    used++;
    return new Ruling.Admitted(standing(policy, now));
  }

  private Ruling refuse(RateLimitPolicy policy, long now) {
    return new Ruling.Exceeded(standing(policy, now));
  }

  private Standing standing(RateLimitPolicy policy, long now) {
    return new Standing(policy, left + shared, Math.max(0, Math.ceilDiv(ends - now, 1_000L)));
  }
}
