package app.oddiya.domain.video.job;

import java.nio.file.Path;

/// Scratch space on the disk of a worker.
public interface WorkFolders {

  /// A new, empty folder of one's own.
  WorkFolder open();

  /// A folder that is gone, with all that is in it, once closed.
  interface WorkFolder extends AutoCloseable {

    Path path();

    @Override
    void close();
  }
}
