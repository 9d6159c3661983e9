package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarriedFilesTest {

  private static final CarriedFiles FILES =
      new CarriedFiles(
          "classes-1",
          "/app/oddiya/adapters/ffmpeg/video/",
          List.of("Ffmpeg.class", "Bounds.class"),
          Map.of("Other.class", "Ffmpeg.class"));

  @TempDir Path cache;

  @Test
  void theyLieInAFolderThatNobodyElseCanEnter() throws IOException {
    Path folder = FILES.unpackedIn(cache.resolve("ours"));

    assertThat(Files.size(folder.resolve("Ffmpeg.class"))).isPositive();
    assertThat(Files.readAllBytes(folder.resolve("Other.class")))
        .isEqualTo(Files.readAllBytes(folder.resolve("Ffmpeg.class")));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void theyAreUnpackedOnce() throws IOException {
    Path file = FILES.unpackedIn(cache).resolve("Bounds.class");
    Object first = Files.readAttributes(file, "unix:ino").get("ino");

    FILES.unpackedIn(cache);

    assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isEqualTo(first);
  }

  @Test
  void whatIsCutShortOrMissingIsUnpackedAgain() throws IOException {
    Path folder = FILES.unpackedIn(cache);
    long whole = Files.size(folder.resolve("Ffmpeg.class"));
    Files.write(folder.resolve("Ffmpeg.class"), new byte[10]);
    Files.delete(folder.resolve("Bounds.class"));

    Path again = FILES.unpackedIn(cache);

    assertThat(again).isEqualTo(folder);
    assertThat(Files.size(again.resolve("Ffmpeg.class"))).isEqualTo(whole);
    assertThat(again.resolve("Bounds.class")).exists();
  }

  @Test
  void manyAtOnceFindOneWholeFolder() throws Exception {
    List<Callable<Path>> seekers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      seekers.add(() -> FILES.unpackedIn(cache));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      HashSet<Path> found = new HashSet<>();
      for (Future<Path> seeker : threads.invokeAll(seekers)) {
        found.add(seeker.get());
      }
      assertThat(found).containsExactly(cache.toAbsolutePath().resolve("classes-1"));
    }
  }

  @Test
  void whatIsNotCarriedIsSaid() {
    CarriedFiles absent = new CarriedFiles("absent", "/nowhere/", List.of("file"), Map.of());

    assertThatExceptionOfType(FileNotFoundException.class)
        .isThrownBy(() -> absent.unpackedIn(cache))
        .withMessage("not on the class path: /nowhere/file");
  }
}
