package app.oddiya.deploy.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.testkit.time.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Back up, wipe, restore, compare: for real, with the scripts and the configuration of the box.
class BackupTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int SOME = 15;

  @TempDir Path folder;

  /// Where backups go, and who asks the server: psql where there is one.
  static Stream<Box.Means> means() {
    return Stream.of(
        Box.Means.JAVA_AND_S3,
        Box.hasPsql() ? Box.Means.PSQL_AND_FOLDER : Box.Means.JAVA_AND_FOLDER);
  }

  @ParameterizedTest
  @MethodSource("means")
  void what_was_there_is_there_again(Box.Means means) throws Exception {
    try (Box box = Box.make(folder, means);
        Travellers travellers = Travellers.on(box)) {
      // While travellers write, a backup is made, and proven.
      travellers.haveDone(SOME);
      int before = travellers.done();
      Script.Ended backup = box.run("backup.sh");
      assertThat(backup.status()).as(backup.said()).isZero();
      assertThat(travellers.done()).as("written during the backup").isGreaterThan(before);
      travellers.haveDone(SOME);
      Script.Ended verified = box.run("verify.sh", folder.resolve("scratch").toString());
      assertThat(verified.status()).as(verified.said()).isZero();
      assertThat(verified.said()).containsPattern("verified: [0-9]{2} tables, [1-9][0-9]* rows");

      // What is written after the backup is in the log alone.
      travellers.haveDone(SOME);
      travellers.rest();
      List<String> atNoon = box.contents();
      String noon = box.now();
      travellers.work();
      travellers.haveDone(SOME);
      travellers.rest();
      String beforeTheMistake = box.now();
      List<String> atTheMistake = box.contents();
      box.cluster().ask("oddiya", "delete from plan_service.travel_plans");
      List<String> atTheEnd = box.contents();
      assertThat(List.of(atNoon, atTheMistake, atTheEnd)).doesNotHaveDuplicates();
      box.awaitArchived();

      box.wipe();

      restored(box, "to-the-end", List.of());
      assertThat(box.contents()).isEqualTo(atTheEnd);
      box.wipe();
      restored(box, "to-the-mistake", List.of("--until", beforeTheMistake));
      assertThat(box.contents()).isEqualTo(atTheMistake);
      box.wipe();
      restored(box, "to-noon", List.of("--until", noon));
      assertThat(box.contents()).isEqualTo(atNoon);

      // And it goes on from there: what is written now is backed up as well.
      travellers.work();
      travellers.haveDone(SOME);
      travellers.rest();
      assertThat(box.run("backup.sh").status()).isZero();
      Script.Ended again = box.run("verify.sh", folder.resolve("scratch").toString());
      assertThat(again.status()).as(again.said()).isZero();
    }
  }

  private void restored(Box box, String into, List<String> until)
      throws IOException, InterruptedException {
    Path data = folder.resolve(into);
    List<String> arguments = new ArrayList<>(List.of("--into", data.toString()));
    arguments.addAll(until);
    Script.Ended laidOut = box.run("restore.sh", arguments.toArray(String[]::new));
    assertThat(laidOut.status()).as(laidOut.said()).isZero();
    box.cluster().startOn(data);
    Eventually.holds("the server has opened", LONG, box::isOpen);
  }
}
