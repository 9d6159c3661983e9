package app.oddiya.apps.videoworker;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.testkit.contract.WorkFoldersContract;
import app.oddiya.domain.video.job.WorkFolders;
import app.oddiya.domain.video.job.WorkFolders.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFoldersTest implements WorkFoldersContract {

  @TempDir private Path root;

  @Override
  public WorkFolders folders() {
    return TemporaryFolders.below(root.resolve("workers"));
  }

  @Test
  void whatADeadWorkerLeftIsRemovedByTheNext() throws IOException {
    // No kernel gives out a number so high.
    Path ofTheDead = Files.createDirectories(root.resolve("workers/999999999999-1/deep"));
    Path ofSomebodyElse = Files.createDirectories(root.resolve("workers/notes"));

    folders();

    assertThat(ofTheDead.getParent()).doesNotExist();
    assertThat(ofSomebodyElse).exists();
  }

  @Test
  void whatAnEarlierProcessOfTheSameNumberLeftIsRemoved() throws IOException {
    String name = "workers/" + ProcessHandle.current().pid() + "-1";
    Path ofAnEarlierOne = Files.createDirectories(root.resolve(name));
    Files.setLastModifiedTime(ofAnEarlierOne, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

    folders();

    assertThat(ofAnEarlierOne).doesNotExist();
  }

  @Test
  void whatALivingWorkerUsesStays() {
    try (WorkFolder used = folders().open()) {
      folders();

      assertThat(used.path()).exists();
    }
  }
}
