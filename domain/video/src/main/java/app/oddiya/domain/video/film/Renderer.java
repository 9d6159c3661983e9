package app.oddiya.domain.video.film;

import app.oddiya.domain.shared.Deadline;
import java.nio.file.Path;

/// Makes the film of a storyboard. The same storyboard gives the same pictures and sounds.
public interface Renderer {

  /// Renders into `workFolder`, which belongs to this rendering alone.
  ///
  /// @param workFolder an existing folder; what is in it besides the outcome's files is the
  ///     caller's to delete
  /// @throws InterruptedException if the thread is interrupted; whatever ran for it is dead by then
  RenderOutcome render(Storyboard storyboard, Path workFolder, Progress progress, Deadline deadline)
      throws InterruptedException;

  /// Hears how far a rendering is. Called from one thread at a time, with `done` never falling.
  @FunctionalInterface
  interface Progress {

    /// Hears nothing.
    Progress IGNORED = (done, total) -> {};

    /// @param done frames finished, 0..total
    /// @param total frames of the film
    void frames(int done, int total);
  }
}
