package app.oddiya.apps.video;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.adapters.web.json.Range;
import app.oddiya.application.video.JobView;
import app.oddiya.domain.video.film.PhotoRefusal;
import app.oddiya.domain.video.film.PhotoUse;
import app.oddiya.domain.video.job.Failure;
import app.oddiya.domain.video.job.PhotoReport;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A film as its owner sees it.
@Doc("A film that was asked for.")
record VideoView(
    String jobId,
    Status status,
    @Range(min = 0, max = 100) int progress,
    Instant createdAt,
    Optional<Instant> endedAt,
    String template,
    AspectName aspect,
    int seconds,
    Optional<String> planId,
    Optional<String> title,
    @Doc("The id of a track, none, or the address of a file.") String music,
    boolean keepAll,
    @Doc("An address that works for an hour.") Optional<URI> videoUrl,
    @Doc("An address that works for an hour. Of the preview while the film is being made.")
        Optional<URI> posterUrl,
    @Doc("The first seconds, small; an address that works for an hour.") Optional<URI> previewUrl,
    Optional<Double> durationSeconds,
    Optional<FailureView> failure,
    @Doc("What became of the photos, as far as that is decided.") List<PhotoView> photos) {

  /// How far it is.
  enum Status {
    @Named("PENDING")
    PENDING,
    @Named("PROCESSING")
    PROCESSING,
    @Named("COMPLETED")
    COMPLETED,
    @Named("FAILED")
    FAILED
  }

  @Doc("Why there is no film.")
  record FailureView(String code, String detail, Optional<URI> photoUrl) {

    static FailureView of(Failure failure) {
      return new FailureView(
          failure.code(),
          failure.detail(),
          failure.photo().map(photo -> URI.create(photo.toString())));
    }
  }

  record PhotoView(
      URI photoUrl,
      boolean used,
      @Doc("Why it is not used.") Optional<String> reason,
      @Doc("The plan's stop at which it was taken, if that is known.")
          Optional<String> matchedStopId) {

    static PhotoView of(PhotoReport report) {
      URI url = URI.create(report.photo().toString());
      return switch (report.use()) {
        case PhotoUse.Used(Optional<String> stopId) ->
            new PhotoView(url, true, Optional.empty(), stopId);
        case PhotoUse.LeftOut(PhotoRefusal reason) ->
            new PhotoView(url, false, Optional.of(reason.wire()), Optional.empty());
      };
    }
  }

  static VideoView of(JobView view) {
    VideoJob job = view.job();
    VideoRequest request = job.brief().request();
    return new VideoView(
        job.id().toString(),
        status(job),
        job.progress(),
        job.brief().createdAt(),
        endedAt(job),
        request.template().id(),
        AspectName.of(request.aspect()),
        request.seconds(),
        request.planId(),
        request.title(),
        request.music().wire(),
        request.keepAll(),
        view.links().video(),
        view.links().poster(),
        view.links().preview(),
        durationSeconds(job),
        failure(job),
        photos(job).stream().map(PhotoView::of).toList());
  }

  /// Changes whenever anything but the signatures of its links does.
  static String tag(VideoJob job) {
    return switch (job) {
      case VideoJob.Pending open -> status(job) + "-" + open.fence();
      case VideoJob.Processing open ->
          "%s-%d-%d-%s".formatted(status(job), open.fence(), open.progress(), open.previewed());
      case VideoJob.Completed _, VideoJob.Failed _ -> status(job).name();
    };
  }

  private static Status status(VideoJob job) {
    return switch (job) {
      case VideoJob.Pending _ -> Status.PENDING;
      case VideoJob.Processing _ -> Status.PROCESSING;
      case VideoJob.Completed _ -> Status.COMPLETED;
      case VideoJob.Failed _ -> Status.FAILED;
    };
  }

  private static Optional<Instant> endedAt(VideoJob job) {
    return switch (job) {
      case VideoJob.Open _ -> Optional.empty();
      case VideoJob.Completed completed -> Optional.of(completed.endedAt());
      case VideoJob.Failed failed -> Optional.of(failed.endedAt());
    };
  }

  private static Optional<Double> durationSeconds(VideoJob job) {
    return switch (job) {
      case VideoJob.Completed completed ->
          Optional.of(completed.film().duration().toMillis() / 1_000.0);
      case VideoJob.Open _, VideoJob.Failed _ -> Optional.empty();
    };
  }

  private static Optional<FailureView> failure(VideoJob job) {
    return switch (job) {
      case VideoJob.Failed failed -> Optional.of(FailureView.of(failed.failure()));
      case VideoJob.Open _, VideoJob.Completed _ -> Optional.empty();
    };
  }

  private static List<PhotoReport> photos(VideoJob job) {
    return switch (job) {
      case VideoJob.Open _ -> List.of();
      case VideoJob.Completed completed -> completed.photos();
      case VideoJob.Failed failed -> failed.photos();
    };
  }
}
