package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Leftovers.Films;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.UserFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [UserFiles] does.
public interface UserFilesContract {

  UserFiles files();

  /// What puts files there.
  PhotoStore store();

  /// Somebody who has no files yet, and whose id is the beginning of no other's.
  UserId owner();

  /// So many files that the store lists them in more than one piece, if it ever does.
  int manyFiles();

  @Test
  default void filesOfOneUserAreListedInOrder(@TempDir Path folder) throws Exception {
    UserId owner = owner();
    FileUrl upload = put(FileUrl.upload(store().bucket(), owner, UUID.randomUUID()), folder);
    FileUrl film = put(FileUrl.film(store().bucket(), owner, new JobId(7), 2), folder);
    FileUrl poster = put(FileUrl.poster(store().bucket(), owner, new JobId(7), 2), folder);
    put(FileUrl.upload(store().bucket(), longerThan(owner), UUID.randomUUID()), folder);

    assertThat(all(owner)).containsExactly(film, poster, upload);
  }

  @Test
  default void nobodysFilesAreNone() {
    assertThat(all(owner())).isEmpty();
  }

  @Test
  default void aFileIsReadAsItWasPut(@TempDir Path folder) throws Exception {
    FileUrl film = put(FileUrl.film(store().bucket(), owner(), new JobId(1), 1), folder);

    try (InputStream bytes = files().open(film, Deadlines.ample()).orElseThrow()) {
      assertThat(bytes.readAllBytes()).asString().isEqualTo(film.key());
    }
  }

  @Test
  default void aFileThatIsGoneIsNotRead() throws IOException {
    FileUrl never = FileUrl.upload(store().bucket(), owner(), UUID.randomUUID());

    assertThat(files().open(never, Deadlines.ample())).isEmpty();
  }

  @Test
  default void allOfAUserIsRemovedAndNothingOfAnother(@TempDir Path folder) throws Exception {
    UserId owner = owner();
    UserId other = longerThan(owner);
    for (int i = 0; i < manyFiles(); i++) {
      put(FileUrl.upload(store().bucket(), owner, UUID.randomUUID()), folder);
    }
    put(FileUrl.film(store().bucket(), owner, new JobId(1), 1), folder);
    FileUrl others = put(FileUrl.film(store().bucket(), other, new JobId(2), 1), folder);

    files().removeAll(owner, Deadlines.ample());
    files().removeAll(owner, Deadlines.ample());

    assertThat(all(owner)).isEmpty();
    assertThat(all(other)).containsExactly(others);
  }

  @Test
  default void filmsOfOneClaimOrOfAllAreRemovedAndNothingElse(@TempDir Path folder)
      throws Exception {
    UserId owner = owner();
    JobId job = new JobId(7);
    FileUrl upload = put(FileUrl.upload(store().bucket(), owner, UUID.randomUUID()), folder);
    FileUrl first = put(FileUrl.film(store().bucket(), owner, job, 1), folder);
    FileUrl second = put(FileUrl.film(store().bucket(), owner, job, 2), folder);
    put(FileUrl.poster(store().bucket(), owner, job, 2), folder);
    FileUrl eleventh = put(FileUrl.film(store().bucket(), owner, job, 11), folder);
    FileUrl other = put(FileUrl.film(store().bucket(), owner, new JobId(71), 2), folder);

    files().removeFilms(owner, new Films(job, Optional.of(2L)), Deadlines.ample());
    assertThat(all(owner)).containsExactlyInAnyOrder(first, eleventh, other, upload);
    assertThat(all(owner)).doesNotContain(second);

    files().removeFilms(owner, new Films(job, Optional.empty()), Deadlines.ample());
    files().removeFilms(owner, new Films(job, Optional.empty()), Deadlines.ample());
    assertThat(all(owner)).containsExactlyInAnyOrder(other, upload);
  }

  @Test
  default void singleFilesAreRemovedWhetherOrNotTheyAreThere(@TempDir Path folder)
      throws Exception {
    UserId owner = owner();
    FileUrl kept = put(FileUrl.upload(store().bucket(), owner, UUID.randomUUID()), folder);
    FileUrl gone = put(FileUrl.upload(store().bucket(), owner, UUID.randomUUID()), folder);
    FileUrl never = FileUrl.upload(store().bucket(), owner, UUID.randomUUID());

    files().remove(List.of(gone, never), Deadlines.ample());

    assertThat(all(owner)).containsExactly(kept);
  }

  private List<FileUrl> all(UserId owner) {
    List<FileUrl> all = new ArrayList<>();
    Optional<Page.Cursor> after = Optional.empty();
    do {
      Page<FileUrl> page = files().list(owner, after, Deadlines.ample());
      all.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  private static UserId longerThan(UserId owner) {
    return new UserId(owner.value() * 10);
  }

  private FileUrl put(FileUrl file, Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("source"), file.key());
    store().put(file, source, "application/octet-stream", Deadlines.ample());
    return file;
  }
}
