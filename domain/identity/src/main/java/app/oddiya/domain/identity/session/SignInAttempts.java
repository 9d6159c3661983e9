package app.oddiya.domain.identity.session;

import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.shared.Deadline;
import java.time.Duration;
import java.util.Optional;

/// Counts how often somebody signs in to an account, over all devices and processes. Only those who
/// have proved to be that person are counted, so nobody can lock out anybody else.
public interface SignInAttempts {

  /// Counts one more. Those that are too many do not put off the end of the wait.
  ///
  /// @return how long to wait, if this one is too many
  /// @throws app.oddiya.domain.shared.Unavailable if it is not known
  Optional<Duration> count(Identity identity, AttemptLimit limit, Deadline deadline);
}
