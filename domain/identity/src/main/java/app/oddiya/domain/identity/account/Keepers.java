package app.oddiya.domain.identity.account;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.io.InputStream;

/// The services that keep something of users, as far as they forget it and show it.
///
/// Methods throw [app.oddiya.domain.shared.Unavailable] if a service does not answer or cannot.
public interface Keepers {

  /// Has a service remove all that it keeps of a user and take nothing more. Safe to repeat:
  /// somebody of whom it keeps nothing is as good as forgotten.
  void forget(Keeper keeper, UserId user, Deadline deadline);

  /// All that a service keeps of a user, as a ZIP. Whoever gets it reads it to the end, where a
  /// broken one throws, and closes it.
  ///
  /// @param deadline for the first byte
  InputStream open(Keeper keeper, UserId user, Deadline deadline);
}
