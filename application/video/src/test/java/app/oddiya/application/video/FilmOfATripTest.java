package app.oddiya.application.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.memory.video.MemoryPhotoDecoder;
import app.oddiya.application.video.RenderNextVideo.Round;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.Caption;
import app.oddiya.domain.video.film.PhotoRefusal;
import app.oddiya.domain.video.film.PhotoUse;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.film.Template;
import app.oddiya.domain.video.film.Track;
import app.oddiya.domain.video.job.Ended;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Music;
import app.oddiya.domain.video.job.Phones.Phone;
import app.oddiya.domain.video.job.Phones.Platform;
import app.oddiya.domain.video.job.PhotoReport;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The story of a film: photos are sent, a film is asked for, a worker makes it, the phone rings.
class FilmOfATripTest {

  private static final UserId MINA = Studio.MINA;

  private final Studio studio = new Studio();

  @Test
  void aTripBecomesAFilmThatKnowsWhereItsPhotosWereTaken() throws InterruptedException {
    Phone phone = new Phone(Platform.IOS, "her iPhone", "ko-KR");
    studio.phones.put(MINA, List.of(phone));
    studio.pushes.enable(phone);
    studio.trips.put(MINA, "7", Videos.trip());

    FileUrl night = studio.uploaded(MINA, taken("2026-11-14T23:00"));
    FileUrl morning = studio.uploaded(MINA, taken("2026-11-14T10:00"));
    FileUrl broken = studio.uploaded(MINA, "no photo at all".getBytes(StandardCharsets.UTF_8));
    JobId id = studio.requested(MINA, film("7", night, morning, broken));
    assertThat(studio.job(id)).isInstanceOf(VideoJob.Pending.class);

    assertThat(studio.work()).isInstanceOf(Round.Made.class);

    Storyboard storyboard = studio.renderer.rendered().getFirst();
    assertThat(storyboard.title().orElseThrow().text()).isEqualTo("부산 여행");
    assertThat(storyboard.scenes().stream().map(Scene::caption).flatMap(Optional::stream))
        .extracting(Caption::text)
        .containsExactly("해운대해수욕장", "광안리해수욕장");

    JobView view = studio.readVideo.read(MINA, id, studio.soon()).orElseThrow();
    VideoJob.Completed job = (VideoJob.Completed) view.job();
    assertThat(job.photos())
        .containsExactly(
            new PhotoReport(night, new PhotoUse.Used(Optional.of("s2"))),
            new PhotoReport(morning, new PhotoUse.Used(Optional.of("s1"))),
            new PhotoReport(broken, new PhotoUse.LeftOut(PhotoRefusal.UNSUPPORTED_TYPE)));
    assertThat(studio.store.follow(view.links().video().orElseThrow()))
        .asString(StandardCharsets.UTF_8)
        .startsWith("film: ");
    assertThat(studio.store.follow(view.links().poster().orElseThrow()))
        .asString(StandardCharsets.UTF_8)
        .startsWith("poster: ");

    assertThat(studio.events.published()).containsExactly(new Ended(id, true));
    assertThat(studio.pushes.shown(phone))
        .singleElement()
        .satisfies(notice -> assertThat(notice.title()).isEqualTo("여행 영상이 완성됐어요"))
        .satisfies(notice -> assertThat(notice.ended()).isEqualTo(new Ended(id, true)));
  }

  @Test
  void nothingIsLeftBehindOnceTheFilmIsThere() throws InterruptedException {
    studio.requested(MINA);

    studio.work();

    assertThat(studio.queue.size()).isZero();
    assertThat(studio.folders.left()).isEmpty();
    assertThat(studio.pulse.isStill()).isTrue();
    assertThat(studio.work()).isInstanceOf(Round.Idle.class);
  }

  @Test
  void aFilmIsSeenByItsOwnerAlone() throws InterruptedException {
    JobId id = studio.requested(MINA);
    studio.work();

    assertThat(studio.readVideo.read(Studio.JUN, id, studio.soon())).isEmpty();
  }

  private static VideoRequest film(String plan, FileUrl... photos) {
    return new VideoRequest(
        List.of(photos),
        Template.BASIC,
        Aspect.PORTRAIT,
        15,
        Optional.of(plan),
        Optional.empty(),
        new Music.Ours(new Soundtrack.Composed(Track.DAYBREAK)),
        false,
        List.of());
  }

  private static byte[] taken(String time) {
    return MemoryPhotoDecoder.photo(
        4032, 3024, Optional.of(LocalDateTime.parse(time)), Optional.empty(), Optional.empty());
  }
}
