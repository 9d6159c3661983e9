package app.oddiya.adapters.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/// The line between an outage and a bug.
final class Outages {

  /// How Redis begins the errors that pass by themselves: out of memory, loading its data, a
  /// replica or a demoted primary, a full disk, a script that does not end, a fail-over.
  private static final Set<String> PASSING =
      Set.of("OOM", "LOADING", "READONLY", "MASTERDOWN", "MISCONF", "BUSY", "NOREPLICAS");

  private Outages() {}

  /// Whether Redis could not be reached, did not answer, or refused for a reason that passes.
  static boolean isOne(Throwable failure) {
    return switch (failure) {
      case RedisCommandExecutionException said -> isPassing(String.valueOf(said.getMessage()));
      case RedisException unreachable -> true;
      case TimeoutException late -> true;
      case IOException broken -> true;
      default -> false;
    };
  }

  private static boolean isPassing(String message) {
    int end = message.indexOf(' ');
    return PASSING.contains(end < 0 ? message : message.substring(0, end));
  }
}
