package app.oddiya.adapters.memory.video;

import app.oddiya.domain.video.job.WorkFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Folders among the system's temporary files: what reads and writes them wants real ones. Safe for
/// concurrent use.
public final class MemoryWorkFolders implements WorkFolders {

  private final Set<Path> open = ConcurrentHashMap.newKeySet();

  @Override
  public WorkFolder open() {
    try {
      var folder = new TemporaryFolder(Files.createTempDirectory("oddiya-test-"));
      open.add(folder.path());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Those that nobody has closed.
  public Set<Path> left() {
    return Set.copyOf(open);
  }

  private final class TemporaryFolder implements WorkFolder {

    private final Path path;

    TemporaryFolder(Path path) {
      this.path = path;
    }

    @Override
    public Path path() {
      return path;
    }

    @Override
    public void close() {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
        open.remove(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
