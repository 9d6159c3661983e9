package app.oddiya.application.video;

import static app.oddiya.application.video.Studio.JUN;
import static app.oddiya.application.video.Studio.MINA;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.memory.video.MemoryMusicDecoder;
import app.oddiya.application.video.RequestVideo.Missing;
import app.oddiya.application.video.RequestVideo.Outcome;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Quota;
import app.oddiya.domain.video.job.VideoRequest;
import app.oddiya.domain.video.job.WantedUpload;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestVideoTest {

  private final Studio studio = new Studio();
  private final UUID key = UUID.randomUUID();

  @Test
  void aHundredEqualRequestsAtOnceAreOneJob() {
    VideoRequest request = Videos.plain(twoPhotos(MINA));

    List<Outcome> answers = Together.run(100, () -> request(MINA, request));

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(studio.queue.size()).isOne();
  }

  @Test
  void aRepeatIsAnsweredAsTheFirstWasEvenWhenItsPhotosHaveGone() {
    VideoRequest request = Videos.plain(twoPhotos(MINA));
    Outcome first = request(MINA, request);
    var elsewhere = new Studio();
    var afterwards =
        new RequestVideo(
            studio.jobs,
            elsewhere.store,
            elsewhere.trips,
            Studio.QUOTA,
            studio::relay,
            studio.clock);

    assertThat(afterwards.request(MINA, key, request, studio.soon())).isEqualTo(first);
  }

  @Test
  void theKeyOfADeletedFilmIsNotToBringItBack() {
    VideoRequest request = Videos.plain(twoPhotos(MINA));
    Outcome.Accepted first = (Outcome.Accepted) request(MINA, request);
    studio.deleteVideo.delete(MINA, first.job(), studio.soon());

    assertThat(request(MINA, request)).isEqualTo(new Outcome.Deleted());
    studio.clock.advance(Duration.ofHours(24));
    assertThat(request(MINA, Videos.plain(twoPhotos(MINA)))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void whoHasAsManyUnderWayAsAnybodyMayHaveIsToldSo() throws InterruptedException {
    var requestVideo =
        new RequestVideo(
            studio.jobs, studio.store, studio.trips, new Quota(1, 1), studio::relay, studio.clock);
    VideoRequest request = Videos.plain(twoPhotos(MINA));
    studio.requested(MINA);

    assertThat(requestVideo.request(MINA, key, request, studio.soon()))
        .isEqualTo(new Outcome.TooManyAtOnce());
    studio.work();
    assertThat(requestVideo.request(MINA, key, request, studio.soon()))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void whoHasSentADaysBytesIsToldWhenToComeBack() {
    var requestUploads =
        new RequestUploads(
            studio.store, studio.uploads, new Quota(1, 100), UUID::randomUUID, studio.clock);
    var wanted = new WantedUpload(WantedUpload.Kind.PHOTO, "image/jpeg", 60, Optional.empty());
    requestUploads.request(MINA, List.of(wanted), studio.soon());
    studio.clock.advance(Duration.ofHours(1));

    assertThat(requestUploads.request(MINA, List.of(wanted), studio.soon()))
        .isEqualTo(new RequestUploads.Outcome.TooMuch(Duration.ofHours(23)));
  }

  @Test
  void anotherRequestUnderTheSameKeyIsToldSo() {
    request(MINA, Videos.plain(twoPhotos(MINA)));

    assertThat(request(MINA, Videos.plain(twoPhotos(MINA)))).isEqualTo(new Outcome.DifferentBody());
  }

  @Test
  void whatIsNotTheUsersOwnIsUnknownAndWhatWasNeverSentIsNotUploaded() {
    FileUrl mine = studio.uploaded(MINA);
    FileUrl foreign = studio.uploaded(JUN);
    FileUrl unsent = Videos.upload(MINA);
    FileUrl otherBucket = FileUrl.upload("somebody-elses", MINA, UUID.randomUUID());

    Outcome outcome = request(MINA, Videos.plain(List.of(mine, foreign, unsent, otherBucket)));

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Refused(
                List.of(
                    new Missing.UnknownPhoto(1),
                    new Missing.PhotoNotUploaded(2),
                    new Missing.UnknownPhoto(3))));
  }

  @Test
  void aPlanHasToBeTheUsersOwn() {
    studio.trips.put(JUN, "7", Videos.trip());

    assertThat(request(MINA, Videos.rich(twoPhotos(MINA))))
        .isEqualTo(
            new Outcome.Refused(
                List.of(new Missing.MusicNotUploaded(), new Missing.UnknownPlan())));
  }

  @Test
  void musicOfSomebodyElseIsUnknown() {
    FileUrl foreign = studio.uploaded(JUN, MemoryMusicDecoder.music(20_000));

    assertThat(request(MINA, Videos.withMusic(twoPhotos(MINA), foreign)))
        .isEqualTo(new Outcome.Refused(List.of(new Missing.UnknownMusic())));
  }

  @Test
  void aRefusedRequestLeavesItsKeyFree() {
    request(MINA, Videos.plain(twoPhotos(JUN)));

    assertThat(request(MINA, Videos.plain(twoPhotos(MINA)))).isInstanceOf(Outcome.Accepted.class);
  }

  private Outcome request(UserId owner, VideoRequest request) {
    return studio.requestVideo.request(owner, key, request, studio.soon());
  }

  private List<FileUrl> twoPhotos(UserId owner) {
    return List.of(studio.uploaded(owner), studio.uploaded(owner));
  }
}
