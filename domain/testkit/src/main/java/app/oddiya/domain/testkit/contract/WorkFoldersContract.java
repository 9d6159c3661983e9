package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.video.job.WorkFolders;
import app.oddiya.domain.video.job.WorkFolders.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// What every [WorkFolders] does.
public interface WorkFoldersContract {

  WorkFolders folders();

  @Test
  default void aFolderIsEmptyAndNobodyElses() {
    try (WorkFolder one = folders().open();
        WorkFolder other = folders().open()) {
      assertThat(one.path()).isEmptyDirectory().isNotEqualTo(other.path());
      assertThat(other.path()).isEmptyDirectory();
    }
  }

  @Test
  default void aClosedFolderIsGoneWithAllThatWasInIt() throws IOException {
    WorkFolder folder = folders().open();
    Files.writeString(Files.createDirectories(folder.path().resolve("deep")).resolve("file"), "x");

    folder.close();

    assertThat(folder.path()).doesNotExist();
  }
}
