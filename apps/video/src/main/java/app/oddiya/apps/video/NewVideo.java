package app.oddiya.apps.video;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.FieldRule;
import app.oddiya.adapters.web.json.Size;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.film.Template;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Music;
import app.oddiya.domain.video.job.PhotoHint;
import app.oddiya.domain.video.job.VideoRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An order for a film.
@Doc("An order for a film. What is left out has a default.")
@FieldRule.Of(NewVideoRule.class)
record NewVideo(
    @Doc("Files of the caller's own, uploaded before.")
        @Size(min = VideoRequest.FEWEST_PHOTOS, max = VideoRequest.MOST_PHOTOS, unique = true) @Text(max = 1_024)
        List<String> photoUrls,
    @Doc("The id of a template, by default basic.") @Text(max = 64) Optional<String> template,
    @Doc("By default 9:16.") Optional<AspectName> aspect,
    @Doc("One of the template's lengths, by default 30.") Optional<Integer> seconds,
    @Doc("A plan of the caller's own; its stops are copied.") @Text(min = 1, max = 64)
        Optional<String> planId,
    @Doc("By default the plan's, if there is one.") @Text(min = 1, max = 100)
        Optional<String> title,
    @Doc(
            "The id of a track, none for silence, or a file of the caller's own, uploaded before; by"
                + " default the template's track.")
        @Text(max = 1_024)
        Optional<String> music,
    @Doc("Keep photos that would be left out for being like another or blurred; by default false.")
        Optional<Boolean> keepAll,
    @Doc("What the phone knows of a photo where the file has lost it; what the file says wins.")
        @Size(max = VideoRequest.MOST_PHOTOS) Optional<List<Hint>> photos) {

  static final int USUAL_SECONDS = 30;

  record Hint(
      @Doc("One of photoUrls.") @Text(max = 1_024) String photoUrl,
      Optional<Instant> takenAt,
      Optional<GeoPoint> position) {

    private PhotoHint toHint() {
      return new PhotoHint(FileUrl.parse(photoUrl).orElseThrow(), takenAt, position);
    }
  }

  /// The order with its defaults filled in. [NewVideoRule] has seen to it that it is one.
  VideoRequest toRequest() {
    Template chosen = template.flatMap(Template::of).orElse(Template.BASIC);
    return new VideoRequest(
        photoUrls.stream().map(url -> FileUrl.parse(url).orElseThrow()).toList(),
        chosen,
        aspect.map(AspectName::toAspect).orElse(Aspect.PORTRAIT),
        seconds.orElse(USUAL_SECONDS),
        planId,
        title,
        music
            .flatMap(Music::of)
            .orElseGet(() -> new Music.Ours(new Soundtrack.Composed(chosen.track()))),
        keepAll.orElse(false),
        photos.orElse(List.of()).stream().map(Hint::toHint).toList());
  }
}
