package app.oddiya.adapters.ffmpeg.video;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A set of files that travel in a jar and have to lie in a folder to be of use.
///
/// They are unpacked once into a folder of the cache that only this user can enter, under a lock
/// that holds between processes, beside their final place, and moved there whole with a list of
/// their sizes. At each start that list is compared with what is there; a folder that does not
/// agree (a disk that was full, a clean-up that took half) is moved aside and unpacked again.
///
/// @param name of the folder; it has a version in it, and so changes with the content
/// @param base of the files on the class path
/// @param files their names
/// @param aliases names under which some of them are found too
record CarriedFiles(String name, String base, List<String> files, Map<String, String> aliases) {

  private static final String SIZES = "sizes";
  private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rwx------");

  /// A file lock is held by a whole JVM: threads of one have to queue up before it.
  private static final Map<Path, Object> QUEUES = new ConcurrentHashMap<>();

  /// The folder in which they lie.
  Path unpackedIn(Path cache) throws IOException {
    FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(OURS);
    Path ours = Files.createDirectories(cache.toAbsolutePath(), mode);
    Path place = ours.resolve(name);
    synchronized (QUEUES.computeIfAbsent(place, path -> new Object())) {
      return isWhole(place) ? place : unpack(ours, place);
    }
  }

  private Path unpack(Path cache, Path place) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                cache.resolve(name + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && isWhole(place)) {
        return place;
      }
      Path fresh = Files.createTempDirectory(cache, name + ".");
      for (String file : files) {
        copy(file, fresh);
      }
      for (Map.Entry<String, String> alias : aliases.entrySet()) {
        Files.createSymbolicLink(fresh.resolve(alias.getKey()), Path.of(alias.getValue()));
      }
      Files.write(fresh.resolve(SIZES), sizes(fresh));
      if (Files.exists(place)) {
        Files.move(place, Files.createTempDirectory(cache, name + ".broken.").resolve(name));
      }
      return Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void copy(String file, Path folder) throws IOException {
    try (InputStream carried = CarriedFiles.class.getResourceAsStream(base + file)) {
      if (carried == null) {
        throw new FileNotFoundException("not on the class path: " + base + file);
      }
      Files.copy(carried, folder.resolve(file));
      Files.setPosixFilePermissions(folder.resolve(file), OURS);
    }
  }

  private boolean isWhole(Path place) throws IOException {
    Path list = place.resolve(SIZES);
    return Files.isRegularFile(list) && Files.readAllLines(list).equals(sizes(place));
  }

  /// A line for each file: its name and its size, -1 if it is not there.
  private List<String> sizes(Path folder) throws IOException {
    List<String> sizes = new ArrayList<>();
    for (String file : files) {
      Path unpacked = folder.resolve(file);
      sizes.add(file + " " + (Files.isRegularFile(unpacked) ? Files.size(unpacked) : -1));
    }
    for (String alias : aliases.keySet().stream().sorted().toList()) {
      sizes.add(alias + " " + (Files.exists(folder.resolve(alias)) ? "linked" : "absent"));
    }
    return sizes;
  }
}
