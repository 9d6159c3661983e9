package app.oddiya.application.video;

import static app.oddiya.application.video.Studio.MINA;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.memory.video.MemoryMusicDecoder;
import app.oddiya.adapters.memory.video.MemoryPhotoDecoder;
import app.oddiya.application.video.RenderNextVideo.Round;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.film.PhotoRefusal;
import app.oddiya.domain.video.film.PhotoUse;
import app.oddiya.domain.video.film.Previewer;
import app.oddiya.domain.video.film.RenderFailure;
import app.oddiya.domain.video.film.RenderOutcome;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.VideoJob.Completed;
import app.oddiya.domain.video.job.VideoJob.Failed;
import app.oddiya.domain.video.job.VideoJob.Processing;
import app.oddiya.domain.video.job.VideoRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a film is made of, and what is seen of it before it is there.
class MakingOfTest {

  private final Studio studio = new Studio();

  @Test
  void theUsersOwnMusicIsHeard() throws InterruptedException {
    FileUrl music = studio.uploaded(MINA, MemoryMusicDecoder.music(20_000));
    studio.requested(MINA, Videos.withMusic(photos(2), music));

    assertThat(studio.work()).isInstanceOf(Round.Made.class);

    assertThat(studio.renderer.rendered().getFirst().soundtrack())
        .isInstanceOf(Soundtrack.Brought.class);
  }

  @Test
  void aFilmWithoutTheMusicThatWasAskedForIsNone() throws InterruptedException {
    assertThat(failureWith("no music".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("music_unsupported_type");
    assertThat(failureWith("music 20".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("music_unreadable");
    assertThat(failureWith(MemoryMusicDecoder.music(300))).isEqualTo("music_too_short");
    assertThat(studio.renderer.rendered()).isEmpty();
  }

  @Test
  void musicThatWasChangedMeanwhileIsNotTheOneAskedFor(@TempDir Path folder)
      throws InterruptedException, IOException {
    FileUrl music = studio.uploaded(MINA, MemoryMusicDecoder.music(20_000));
    JobId id = studio.requested(MINA, Videos.withMusic(photos(2), music));
    Path other = Files.write(folder.resolve("other"), MemoryMusicDecoder.music(10_000));
    studio.store.put(music, other, "audio/mpeg", studio.soon());

    studio.work();

    assertThat(failure(id)).isEqualTo("music_changed_after_acceptance");
  }

  @Test
  void aPreviewThatCannotBeMadeIsToldToThoseWhoRunThisAndCostsNoFilm() throws InterruptedException {
    JobId id = studio.requested(MINA, Videos.plain(photos(3)));
    Previewer unable =
        (storyboard, folder, deadline) ->
            new RenderOutcome.Failed(RenderFailure.ENCODER_FAILED, "exit 1: full");

    RenderNextVideo.Round round =
        studio
            .worker(studio.jobs, studio.queue, studio.store, studio.renderer, unable)
            .render(Duration.ZERO);

    assertThat(round)
        .isInstanceOfSatisfying(
            RenderNextVideo.Round.Made.class,
            made -> {
              assertThat(made.noPreview()).contains("encoder_failed: exit 1: full");
              assertThat(made.after().film().preview()).isEmpty();
            });
    assertThat(view(id).links().video()).isPresent();
  }

  @Test
  void aPreviewIsSeenWhileTheFilmIsBeingMade() throws InterruptedException {
    JobId id = studio.requested(MINA, Videos.plain(photos(5)));
    List<JobView> seen = new ArrayList<>();
    List<String> posters = new ArrayList<>();
    Renderer curious =
        (storyboard, folder, progress, deadline) -> {
          seen.add(view(id));
          posters.add(content(view(id).links().poster().orElseThrow()));
          return studio.renderer.render(storyboard, folder, progress, deadline);
        };

    studio.worker(curious).render(Duration.ZERO);

    assertThat(seen)
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view.job()).isInstanceOf(Processing.class);
              assertThat(view.links().video()).isEmpty();
              assertThat(content(view.links().preview().orElseThrow())).startsWith("preview: ");
            });
    assertThat(posters).containsExactly("poster of the preview");
    JobView made = view(id);
    assertThat(content(made.links().preview().orElseThrow())).startsWith("preview: ");
    assertThat(content(made.links().poster().orElseThrow())).startsWith("poster: ");
    assertThat(((Completed) made.job()).film().preview().orElseThrow().key())
        .isEqualTo("films/1/" + id + "/1/preview.mp4");
  }

  @Test
  void thereIsNothingToSeeBeforeTheWorkBegins() {
    JobId id = studio.requested(MINA);

    assertThat(view(id).links()).isEqualTo(JobView.Links.NONE);
  }

  @Test
  void whatNobodyWouldMissIsLeftOutAndSaid() throws InterruptedException {
    JobId id = studio.requested(MINA, Videos.plain(mixed()));

    studio.work();

    assertThat(uses(id))
        .startsWith(
            new PhotoUse.LeftOut(PhotoRefusal.DUPLICATE),
            new PhotoUse.LeftOut(PhotoRefusal.BLURRED))
        .filteredOn(PhotoUse.Used.class::isInstance)
        .hasSize(6);
  }

  @Test
  void whoWantsAllGetsAll() throws InterruptedException {
    VideoRequest plain = Videos.plain(mixed());
    JobId id =
        studio.requested(
            MINA,
            new VideoRequest(
                plain.photos(),
                plain.template(),
                plain.aspect(),
                plain.seconds(),
                plain.planId(),
                plain.title(),
                plain.music(),
                true,
                plain.hints()));

    studio.work();

    assertThat(uses(id)).hasSize(8).allMatch(PhotoUse.Used.class::isInstance);
  }

  /// A twin of the third, a blurred one, and six more.
  private List<FileUrl> mixed() {
    List<FileUrl> photos = new ArrayList<>();
    photos.add(studio.uploaded(MINA, MemoryPhotoDecoder.photo(4032, 3024, 0xff00L, 0.5)));
    photos.add(studio.uploaded(MINA, MemoryPhotoDecoder.photo(4032, 3024, 0x123456789aL, 0.1)));
    photos.add(studio.uploaded(MINA, MemoryPhotoDecoder.photo(4032, 3024, 0xff01L, 0.6)));
    for (int i = 1; i <= 5; i++) {
      long pattern = 0x9e3779b97f4a7c15L * i;
      photos.add(studio.uploaded(MINA, MemoryPhotoDecoder.photo(4032, 3024, pattern, 0.6)));
    }
    return photos;
  }

  private List<FileUrl> photos(int count) {
    return IntStream.range(0, count).mapToObj(_ -> studio.uploaded(MINA)).toList();
  }

  private String failureWith(byte[] music) throws InterruptedException {
    JobId id = studio.requested(MINA, Videos.withMusic(photos(2), studio.uploaded(MINA, music)));
    studio.work();
    return failure(id);
  }

  private String failure(JobId id) {
    return ((Failed) studio.job(id)).failure().code();
  }

  private List<PhotoUse> uses(JobId id) {
    return ((Completed) studio.job(id)).photos().stream().map(report -> report.use()).toList();
  }

  private JobView view(JobId id) {
    return studio.readVideo.read(MINA, id, studio.soon()).orElseThrow();
  }

  private String content(URI link) {
    return new String(studio.store.follow(link), StandardCharsets.UTF_8);
  }
}
