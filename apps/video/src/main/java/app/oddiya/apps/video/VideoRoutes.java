package app.oddiya.apps.video;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.FieldError;
import app.oddiya.adapters.web.json.Listing;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.application.video.DeleteVideo;
import app.oddiya.application.video.JobView;
import app.oddiya.application.video.ListVideos;
import app.oddiya.application.video.ReadVideo;
import app.oddiya.application.video.RequestVideo;
import app.oddiya.application.video.RequestVideo.Missing;
import app.oddiya.domain.video.job.JobId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Films: asked for, watched, listed.
final class VideoRoutes {

  private static final String VIDEOS = "/api/v1/videos";
  private static final String JOB_ID = "[1-9][0-9]{0,17}";

  private final RequestVideo requestVideo;
  private final ReadVideo readVideo;
  /// About what a film takes.
  private static final Duration UNTIL_ONE_HAS_ENDED = Duration.ofSeconds(30);

  private final ListVideos listVideos;
  private final DeleteVideo deleteVideo;

  VideoRoutes(
      RequestVideo requestVideo,
      ReadVideo readVideo,
      ListVideos listVideos,
      DeleteVideo deleteVideo) {
    this.deleteVideo = deleteVideo;
    this.requestVideo = requestVideo;
    this.readVideo = readVideo;
    this.listVideos = listVideos;
  }

  record Key(
      @Doc("The client's own name for this request; a repeat gets the answer of the first.")
          @Named("Idempotency-Key")
          UUID value) {}

  @Doc("A film will be made.")
  record Accepted(String jobId, VideoView.Status status) {

    /// Always pending: a repeat is answered as the first request was, however far the job is.
    static Accepted of(JobId job) {
      return new Accepted(job.toString(), VideoView.Status.PENDING);
    }
  }

  Routes all() {
    return Routes.of(
        Route.post(VIDEOS, Caller.user())
            .summary("Ask for a film")
            .headers(Key.class)
            .json(NewVideo.class)
            .answers(202, Accepted.class, "It will be made", "Location")
            .refuses(422, "idempotency_key_reused", "The key was used for another request.")
            .refuses(410, "gone", "The film of this key has been deleted.")
            .refuses(429, "too_many_films", "As many films are under way as anybody may have.")
            .handledBy(this::request),
        Route.get(VIDEOS, Caller.user())
            .summary("The films of the caller, newest first")
            .paged()
            .answersListing(VideoView.class, "One page of them")
            .handledBy(this::list),
        Route.get(VIDEOS + "/{jobId}", Caller.user())
            .summary("A film and how far it is")
            .where("jobId", JOB_ID)
            .answers(200, VideoView.class, "As it is now", "ETag")
            .finding(this::find)
            .handledBy((_, view) -> read(view)),
        Route.delete(VIDEOS + "/{jobId}", Caller.user())
            .summary("Cancel a film and delete all of it")
            .where("jobId", JOB_ID)
            .answersNothing(204, "There is nothing left of it; photos stay that others use")
            .refuses(404, "not_found", "There is no such film.")
            .handledBy(this::delete));
  }

  private Answer request(Call call) {
    UUID key = call.headers(Key.class).value();
    NewVideo order = call.body(NewVideo.class);
    return switch (requestVideo.request(call.user(), key, order.toRequest(), call.deadline())) {
      case RequestVideo.Outcome.Accepted(JobId job) ->
          Answer.accepted(URI.create(VIDEOS + "/" + job), Accepted.of(job));
      case RequestVideo.Outcome.DifferentBody() ->
          Problem.of(
              422,
              "idempotency_key_reused",
              "Key used before",
              "This Idempotency-Key was used for another request.");
      case RequestVideo.Outcome.Deleted() ->
          Problem.of(410, "gone", "Gone", "The film of this key has been deleted.");
      case RequestVideo.Outcome.TooManyAtOnce() ->
          Problem.tooManyRequests(
              "too_many_films",
              "As many films are under way as anybody may have.",
              UNTIL_ONE_HAS_ENDED);
      case RequestVideo.Outcome.Refused(var missing) ->
          Problem.invalid(missing.stream().map(VideoRoutes::error).toList());
    };
  }

  private static FieldError error(Missing missing) {
    return switch (missing) {
      case Missing.UnknownPhoto(int index) ->
          new FieldError("/photoUrls/" + index, "not_found", "There is no such file.");
      case Missing.PhotoNotUploaded(int index) ->
          new FieldError("/photoUrls/" + index, "not_uploaded", "Nothing was sent there.");
      case Missing.UnknownMusic() ->
          new FieldError("/music", "not_found", "There is no such file.");
      case Missing.MusicNotUploaded() ->
          new FieldError("/music", "not_uploaded", "Nothing was sent there.");
      case Missing.UnknownPlan() ->
          new FieldError("/planId", "not_found", "There is no such plan.");
    };
  }

  private Answer list(Call call) {
    return Answer.ok(
        Listing.of(listVideos.list(call.user(), call.page(), call.deadline()), VideoView::of));
  }

  private Answer delete(Call call) {
    return JobId.parse(call.path("jobId"))
            .filter(id -> deleteVideo.delete(call.user(), id, call.deadline()))
            .isPresent()
        ? Answer.noContent()
        : Problem.notFound();
  }

  private Optional<JobView> find(Call call) {
    return JobId.parse(call.path("jobId"))
        .flatMap(id -> readVideo.read(call.user(), id, call.deadline()));
  }

  private static Answer read(JobView view) {
    return Reply.json(200, VideoView.of(view)).withETag(VideoView.tag(view.job()));
  }
}
