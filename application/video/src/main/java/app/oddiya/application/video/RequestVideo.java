package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.film.TripOutline;
import app.oddiya.domain.video.job.AcceptedFile;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.NewJob;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.PhotoStore.Stored;
import app.oddiya.domain.video.job.Quota;
import app.oddiya.domain.video.job.Requested;
import app.oddiya.domain.video.job.Trips;
import app.oddiya.domain.video.job.VideoJobs;
import app.oddiya.domain.video.job.VideoRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// Takes an order for a film.
///
/// The key is looked up before anything else, so that a repeat is answered as the first was even if
/// the photos, or the store they lie in, have gone since. Two first ones at the same moment meet at
/// the row.
public final class RequestVideo {

  private final VideoJobs jobs;
  private final PhotoStore store;
  private final Trips trips;
  private final Quota quota;
  private final Runnable written;
  private final InstantSource clock;

  /// @param written called when a message lies in the outbox
  public RequestVideo(
      VideoJobs jobs,
      PhotoStore store,
      Trips trips,
      Quota quota,
      Runnable written,
      InstantSource clock) {
    this.jobs = jobs;
    this.store = store;
    this.trips = trips;
    this.quota = quota;
    this.written = written;
    this.clock = clock;
  }

  /// What comes of it.
  public sealed interface Outcome {

    /// There is a job for it, from now on or since an earlier request with this key.
    record Accepted(JobId job) implements Outcome {}

    /// The key belongs to another request.
    record DifferentBody() implements Outcome {}

    /// The key belongs to a job that has been deleted.
    record Deleted() implements Outcome {}

    /// The user has as many films under way as anybody may have.
    record TooManyAtOnce() implements Outcome {}

    /// The order names things that are not there.
    record Refused(List<Missing> missing) implements Outcome {

      public Refused {
        missing = List.copyOf(missing);
      }
    }
  }

  /// What an order names in vain.
  public sealed interface Missing {

    /// @param index of the photo in the order; it is none of this user's
    record UnknownPhoto(int index) implements Missing {}

    /// @param index of the photo in the order; nothing has been uploaded to its address
    record PhotoNotUploaded(int index) implements Missing {}

    /// The music is none of this user's files.
    record UnknownMusic() implements Missing {}

    /// Nothing has been uploaded to the music's address.
    record MusicNotUploaded() implements Missing {}

    /// There is no such plan of this user.
    record UnknownPlan() implements Missing {}
  }

  public Outcome request(UserId owner, UUID key, VideoRequest request, Deadline deadline) {
    Optional<Requested> known = jobs.known(owner, key, request, clock.instant(), deadline);
    return known.isPresent() ? outcome(request, known.get()) : order(owner, key, request, deadline);
  }

  private Outcome order(UserId owner, UUID key, VideoRequest request, Deadline deadline) {
    List<Missing> missing = new ArrayList<>();
    Map<FileUrl, Stored> stored =
        store.stat(
            request.uploads().stream().filter(file -> isUploadOf(owner, file)).toList(), deadline);
    List<AcceptedFile> photos = photos(owner, request.photos(), stored, missing);
    Optional<AcceptedFile> music =
        request.musicFile().flatMap(file -> music(owner, file, stored, missing));
    Optional<TripOutline> trip =
        request.planId().flatMap(plan -> trips.find(owner, plan, deadline));
    if (request.planId().isPresent() && trip.isEmpty()) {
      missing.add(new Missing.UnknownPlan());
    }
    if (!missing.isEmpty()) {
      return new Outcome.Refused(missing);
    }
    NewJob job = new NewJob(owner, key, request, photos, music, trip, clock.instant());
    return outcome(request, jobs.request(job, quota.jobsAtOnce(), deadline));
  }

  private List<AcceptedFile> photos(
      UserId owner, List<FileUrl> files, Map<FileUrl, Stored> stored, List<Missing> missing) {
    List<AcceptedFile> photos = new ArrayList<>();
    for (int index = 0; index < files.size(); index++) {
      FileUrl file = files.get(index);
      if (!isUploadOf(owner, file)) {
        missing.add(new Missing.UnknownPhoto(index));
      } else if (!stored.containsKey(file)) {
        missing.add(new Missing.PhotoNotUploaded(index));
      } else {
        photos.add(new AcceptedFile(file, stored.get(file).etag()));
      }
    }
    return photos;
  }

  private Optional<AcceptedFile> music(
      UserId owner, FileUrl file, Map<FileUrl, Stored> stored, List<Missing> missing) {
    if (!isUploadOf(owner, file)) {
      missing.add(new Missing.UnknownMusic());
    } else if (!stored.containsKey(file)) {
      missing.add(new Missing.MusicNotUploaded());
    }
    return Optional.ofNullable(stored.get(file)).map(sent -> new AcceptedFile(file, sent.etag()));
  }

  private boolean isUploadOf(UserId owner, FileUrl file) {
    return file.bucket().equals(store.bucket()) && file.isUploadOf(owner);
  }

  private Outcome outcome(VideoRequest request, Requested requested) {
    return switch (requested) {
      case Requested.Created(JobId job) -> {
        written.run();
        yield new Outcome.Accepted(job);
      }
      case Requested.Same(JobId job) -> new Outcome.Accepted(job);
      case Requested.DifferentBody() -> new Outcome.DifferentBody();
      case Requested.Deleted() -> new Outcome.Deleted();
      case Requested.TooManyAtOnce() -> new Outcome.TooManyAtOnce();
      case Requested.FilesRemoved(Set<FileUrl> files) ->
          new Outcome.Refused(
              IntStream.range(0, request.uploads().size())
                  .filter(index -> files.contains(request.uploads().get(index)))
                  .mapToObj(index -> notUploaded(request, index))
                  .toList());
    };
  }

  /// @param index among all uploads of the request, of which the music is the last
  private static Missing notUploaded(VideoRequest request, int index) {
    return index < request.photos().size()
        ? new Missing.PhotoNotUploaded(index)
        : new Missing.MusicNotUploaded();
  }
}
