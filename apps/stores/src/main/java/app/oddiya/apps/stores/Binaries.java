package app.oddiya.apps.stores;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The servers of other projects that are no Java: they come as Maven artifacts and are unpacked
/// once beside this module's classes, where every run and every test of the working copy finds
/// them.
final class Binaries {

  private Binaries() {}

  /// A directory with `bin/postgres`, `bin/initdb` and what they need.
  static Path postgres() {
    mustRunHere();
    return once("postgres-17", directory -> untar("/postgres-linux-x86_64.txz", directory));
  }

  /// The Redis server, an executable file.
  static Path redis() {
    mustRunHere();
    return once(
            "redis-6.2",
            directory ->
                copy("/redis-server-6.2.6-v5-linux-amd64", directory.resolve("redis-server")))
        .resolve("redis-server");
  }

  private static void mustRunHere() {
    String machine = System.getProperty("os.name", "") + " " + System.getProperty("os.arch", "");
    if (!machine.equals("Linux amd64")) {
      throw new StoreFailure(
          "the embedded stores run on Linux amd64, this is "
              + machine
              + ": start the stores elsewhere and name them in the environment"
              + " (docs/configuration.md)");
    }
  }

  private interface Filling {
    void into(Path directory) throws IOException;
  }

  /// Fills a directory aside and moves it into place whole, so that two processes may try at once
  /// and a crash leaves nothing that looks finished.
  private static Path once(String name, Filling filling) {
    Path wanted = beside().resolve(name);
    if (Files.isDirectory(wanted)) {
      return wanted;
    }
    try {
      Path aside = Files.createTempDirectory(Files.createDirectories(beside()), name + "-");
      Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
      filling.into(aside);
      moveUnlessThere(aside, wanted);
      return wanted;
    } catch (IOException e) {
      throw new StoreFailure("cannot unpack " + name + " into " + beside(), e);
    }
  }

  private static void moveUnlessThere(Path aside, Path wanted) throws IOException {
    try {
      Files.move(aside, wanted);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      Directories.delete(aside);
    }
  }

  private static void untar(String archive, Path directory) throws IOException {
    try (InputStream packed = resource(archive);
        TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException("entry outside of the archive: " + entry.getName());
        }
        unpack(entry, entries, target);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      boolean runs = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private static void copy(String resource, Path target) throws IOException {
    try (InputStream in = resource(resource)) {
      Files.copy(in, target);
    }
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = Binaries.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("not on the class path: " + name);
    }
    return in;
  }

  private static Path beside() {
    return Artifact.of(Binaries.class).resolveSibling("native");
  }
}
