package app.oddiya.deploy.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Backups that are not what they should be, which nobody may take for good ones.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrokenBackupTest {

  @TempDir static Path folder;
  private static @Nullable Box made;

  @BeforeAll
  static void backUp() throws Exception {
    made = Box.make(folder, Box.Means.JAVA_AND_S3);
    try (Travellers travellers = Travellers.on(box())) {
      travellers.haveDone(5);
    }
    Script.Ended backup = box().run("backup.sh");
    assertThat(backup.status()).as(backup.said()).isZero();
  }

  @AfterAll
  static void close() {
    if (made != null) {
      made.close();
    }
  }

  @Test
  @Order(1)
  void nothing_is_restored_over_something() throws Exception {
    Path full = Files.createDirectory(folder.resolve("full"));
    Files.writeString(full.resolve("file"), "dear to somebody");

    assertRefused(box().run("restore.sh", "--into", full.toString()), "is not empty");
  }

  @Test
  @Order(1)
  void no_backup_reaches_a_moment_before_its_end() throws Exception {
    assertRefused(
        box().run("restore.sh", "--into", target(), "--until", "2026-01-01 12:00:00+00"),
        "no backup had ended by then");
  }

  @Test
  @Order(1)
  void a_segment_is_never_written_over_by_another_one() throws Exception {
    Path segment = newest("wal/");
    String name = segment.getFileName().toString().replace(".gz", "");
    Path other = Files.writeString(folder.resolve("other"), "of another server");

    assertRefused(box().run("archive.sh", other.toString(), name), "is not this one");
  }

  @Test
  @Order(1)
  void a_missing_segment_is_told_from_a_store_that_is_away() throws Exception {
    String into = folder.resolve("segment").toString();
    String none = "0000000100000000000000FF";

    assertThat(box().run("unarchive.sh", none, into).status()).isEqualTo(1);
    assertThat(box().run(Map.of("AWS_STAND_IN_AWAY", "yes"), "unarchive.sh", none, into).status())
        .isGreaterThan(125);
  }

  @Test
  @Order(2)
  void a_log_with_a_hole_is_not_verified() throws Exception {
    // Of what was written after the backup: the backup itself is whole.
    box().cluster().ask("oddiya", "delete from plan_service.travel_plans");
    box().awaitArchived();
    Path hole = newest("wal/");
    byte[] kept = Files.readAllBytes(hole);
    Files.delete(hole);

    Script.Ended verified = box().run("verify.sh", folder.resolve("scratch").toString());
    Files.write(hole, kept);

    assertRefused(verified, "the restored server does not start");
    Script.Ended whole = box().run("verify.sh", folder.resolve("scratch").toString());
    assertThat(whole.status()).as(whole.said()).isZero();
  }

  @Test
  @Order(3)
  void a_backup_that_was_changed_is_not_restored() throws Exception {
    Path archive = newest("base/");
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 1;
    Files.write(archive, bytes);

    assertThat(box().run("restore.sh", "--into", target()).status()).isNotZero();
  }

  @Test
  @Order(4)
  void a_backup_without_its_manifest_is_none() throws Exception {
    Files.delete(newest("base/", ".manifest"));

    assertRefused(box().run("restore.sh", "--into", target()), "no backup");
  }

  private static Box box() {
    return Objects.requireNonNull(made);
  }

  private static void assertRefused(Script.Ended ended, String said) {
    assertThat(ended.status()).as(ended.said()).isNotZero();
    assertThat(ended.said()).contains(said);
  }

  private static String target() {
    return folder.resolve("never-started").toString();
  }

  private static Path newest(String below) throws IOException {
    return newest(below, ".gz");
  }

  private static Path newest(String below, String ending) throws IOException {
    try (Stream<Path> files = Files.list(box().kept(below))) {
      List<Path> sorted =
          files
              .filter(file -> file.getFileName().toString().endsWith(ending))
              .filter(file -> !file.getFileName().toString().contains(".backup"))
              .sorted()
              .toList();
      return sorted.getLast();
    }
  }
}
