package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.Quota;
import app.oddiya.domain.video.job.Uploads;
import app.oddiya.domain.video.job.WantedUpload;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// Lets a user send files: each to an address of its own, which nobody but us has chosen.
public final class RequestUploads {

  private static final Duration VALIDITY = Duration.ofMinutes(15);

  private final PhotoStore store;
  private final Uploads uploads;
  private final Quota quota;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  public RequestUploads(
      PhotoStore store, Uploads uploads, Quota quota, Supplier<UUID> ids, InstantSource clock) {
    this.store = store;
    this.uploads = uploads;
    this.quota = quota;
    this.ids = ids;
    this.clock = clock;
  }

  /// What comes of it.
  public sealed interface Outcome {

    /// @param uploads one permission for each file, in the order asked
    record Permitted(List<Upload> uploads) implements Outcome {

      public Permitted {
        uploads = List.copyOf(uploads);
      }
    }

    /// The day's bytes would be exceeded.
    ///
    /// @param retryAfter when it is worth asking again
    record TooMuch(Duration retryAfter) implements Outcome {}
  }

  /// @param file what it will be called from now on
  /// @param ticket how to send it
  public record Upload(FileUrl file, PhotoStore.Ticket ticket) {}

  public Outcome request(UserId owner, List<WantedUpload> files, Deadline deadline) {
    List<Upload> permitted = files.stream().map(file -> permit(owner, file)).toList();
    List<Uploads.Sized> sized = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      sized.add(new Uploads.Sized(permitted.get(i).file(), files.get(i).bytes()));
    }
    Instant now = clock.instant();
    return switch (uploads.permit(owner, sized, quota.bytesADay(), now, deadline)) {
      case Uploads.Permission.Given() -> new Outcome.Permitted(permitted);
      case Uploads.Permission.TooMuch(Instant until) ->
          new Outcome.TooMuch(Duration.between(now, until));
    };
  }

  /// Signing asks nobody, so that a permission which is not given after all costs nothing.
  private Upload permit(UserId owner, WantedUpload wanted) {
    FileUrl file = FileUrl.upload(store.bucket(), owner, ids.get());
    return new Upload(file, store.permitUpload(file, wanted, VALIDITY));
  }
}
