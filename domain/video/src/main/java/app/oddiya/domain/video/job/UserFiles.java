package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;

/// All that the store of photos and films holds of one user, whether or not a row names it.
///
/// Methods throw [app.oddiya.domain.shared.Unavailable] if the store does not answer.
public interface UserFiles {

  /// A user's uploads and films, in the order of their keys. A page may be empty and have a next.
  Page<FileUrl> list(UserId owner, Optional<Page.Cursor> after, Deadline deadline);

  /// The content of a file; empty if it is gone. Whoever gets it closes it.
  ///
  /// @param deadline for the first byte
  Optional<InputStream> open(FileUrl file, Deadline deadline);

  /// Removes those that are there.
  void remove(Collection<FileUrl> files, Deadline deadline);

  /// Removes all that claims of a job of `owner` have stored and that is there.
  void removeFilms(UserId owner, Leftovers.Films films, Deadline deadline);

  /// Removes every file of a user that is there.
  void removeAll(UserId owner, Deadline deadline);
}
