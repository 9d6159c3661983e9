package app.oddiya.domain.video.film;

import app.oddiya.domain.shared.Deadline;
import java.nio.file.Path;

/// Makes the small, short film that is seen while a longer one is being made.
public interface Previewer {

  /// Of a preview's shorter side, in pixels.
  int SIDE = 360;

  /// Renders all of `storyboard` with pictures whose shorter side is [#SIDE]; the poster is as
  /// large as a film's. Neither file has a name that a [Renderer] gives to one of its own.
  ///
  /// @param workFolder an existing folder, which may be that of the long film
  /// @throws InterruptedException if the thread is interrupted; whatever ran for it is dead by then
  RenderOutcome preview(Storyboard storyboard, Path workFolder, Deadline deadline)
      throws InterruptedException;
}
