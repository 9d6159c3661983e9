package app.oddiya.apps.videoworker;

import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.job.WorkFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Folders below one that the workers of a machine share. Each is named after the process that made
/// it, so that what a killed worker left is found and removed by the next one.
public final class TemporaryFolders implements WorkFolders {

  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolders.class);

  private final Path root;

  private TemporaryFolders(Path root) {
    this.root = root;
  }

  /// @param root made if absent; what dead processes left in it is removed
  public static TemporaryFolders below(Path root) {
    try {
      Files.createDirectories(root);
      for (Path left : leftByTheDead(root)) {
        LOG.atInfo()
            .addKeyValue("event", "folder_reaped")
            .addKeyValue("folder", left.getFileName())
            .log("removed what a dead worker left");
        remove(left);
      }
      return new TemporaryFolders(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> leftByTheDead(Path root) throws IOException {
    try (Stream<Path> folders = Files.list(root)) {
      return folders.filter(TemporaryFolders::isOfTheDead).toList();
    }
  }

  private static boolean isOfTheDead(Path folder) {
    String name = folder.getFileName().toString();
    if (!name.matches("[0-9]{1,18}-[0-9]+")) {
      return false;
    }
    long pid = Long.parseLong(name.substring(0, name.indexOf('-')));
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().startInstant())
        // A number comes back: in a container every worker is process 1.
        .map(started -> isOlderThan(folder, started))
        .orElse(true);
  }

  private static boolean isOlderThan(Path folder, Instant moment) {
    try {
      return Files.getLastModifiedTime(folder).toInstant().isBefore(moment);
    } catch (IOException e) {
      // It is being removed by somebody else.
      return false;
    }
  }

  @Override
  public WorkFolder open() {
    try {
      String prefix = ProcessHandle.current().pid() + "-";
      return new TemporaryFolder(Files.createTempDirectory(root, prefix));
    } catch (IOException e) {
      // A full disk says nothing about the job that it is full for.
      throw new Unavailable("work folder", e);
    }
  }

  private record TemporaryFolder(Path path) implements WorkFolder {

    @Override
    public void close() {
      try {
        remove(path);
      } catch (IOException e) {
        // The film is none the worse for it; the next start removes what is left.
        LOG.atWarn()
            .addKeyValue("event", "folder_left")
            .addKeyValue("folder", path.getFileName())
            .setCause(e)
            .log("cannot remove a work folder");
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
