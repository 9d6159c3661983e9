package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.WantedUpload;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// Lets a user send files: each to an address of its own, which nobody but us has chosen.
public final class RequestUploads {

  private static final Duration VALIDITY = Duration.ofMinutes(15);

  private final PhotoStore store;
  private final Tombstones tombstones;
  private final Supplier<UUID> ids;

  public RequestUploads(PhotoStore store, Tombstones tombstones, Supplier<UUID> ids) {
    this.store = store;
    this.tombstones = tombstones;
    this.ids = ids;
  }

  /// @param file what it will be called from now on
  /// @param ticket how to send it
  public record Upload(FileUrl file, PhotoStore.Ticket ticket) {}

  /// One permission for each file, in the order asked.
  public List<Upload> request(UserId owner, List<WantedUpload> files, Deadline deadline) {
    tombstones.requireAlive(owner, deadline);
    return files.stream().map(file -> permit(owner, file)).toList();
  }

  private Upload permit(UserId owner, WantedUpload wanted) {
    FileUrl file = FileUrl.upload(store.bucket(), owner, ids.get());
    return new Upload(file, store.permitUpload(file, wanted, VALIDITY));
  }
}
