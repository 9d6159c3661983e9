package app.oddiya.application.video;

import static app.oddiya.application.video.Studio.JUN;
import static app.oddiya.application.video.Studio.MINA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.PhotoStore.Ticket;
import app.oddiya.domain.video.job.WantedUpload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is left of somebody whose account is deleted, and what still comes.
class ForgottenOwnerTest {

  private static final byte[] PHOTO = {1, 2, 3};

  private final Studio studio = new Studio();

  @Test
  void jobsMessagesAndFilesAreGone() throws InterruptedException {
    JobId job = studio.requested(MINA);
    JobId other = studio.requested(JUN);

    studio.forgetOwner.forget(MINA, studio.soon());

    assertThat(studio.jobs.find(job, studio.soon())).isEmpty();
    assertThat(filesOfMina()).isEmpty();
    assertThat(studio.work()).isEqualTo(new RenderNextVideo.Round.Stale(job));
    assertThat(studio.work()).isInstanceOf(RenderNextVideo.Round.Made.class);
    assertThat(studio.jobs.find(other, studio.soon())).isPresent();
  }

  @Test
  void nothingMoreIsPermitted() {
    studio.forgetOwner.forget(MINA, studio.soon());

    assertThatThrownBy(() -> studio.uploaded(MINA)).isInstanceOf(AccountDeleted.class);
  }

  @Test
  void anUploadThatWasPermittedBeforeIsRemovedWhenItComes() {
    Ticket ticket = ticketOfMina();
    studio.forgetOwner.forget(MINA, studio.soon());
    assertThat(studio.sweepDepartures.sweep()).isOne();

    studio.clock.advance(Duration.ofMinutes(14));
    assertThat(studio.store.send(ticket, "image/jpeg", PHOTO)).isTrue();
    assertThat(studio.sweepDepartures.sweep()).isOne();

    assertThat(filesOfMina()).isEmpty();
  }

  @Test
  void eachSweepIsAtTwiceTheAgeOfTheOneBeforeAndTheLastTakesTheTombstoneAway() {
    studio.forgetOwner.forget(MINA, studio.soon());
    int sweeps = 0;
    int minutes = 0;
    while (studio.tombstones.isDeleted(MINA, studio.soon()) && minutes < 1_000) {
      sweeps += studio.sweepDepartures.sweep();
      studio.clock.advance(Duration.ofMinutes(1));
      minutes++;
    }

    assertThat(sweeps).isEqualTo(8); // after 0, 1, 2, 4, 8, 16, 32 and 64 minutes
    assertThat(Duration.ofMinutes(minutes)).isGreaterThan(Tombstones.KEPT);
  }

  private Ticket ticketOfMina() {
    var wanted =
        new WantedUpload(WantedUpload.Kind.PHOTO, "image/jpeg", PHOTO.length, Optional.empty());
    return studio.permitted(MINA, wanted).ticket();
  }

  private List<FileUrl> filesOfMina() {
    return studio.store.list(MINA, Optional.empty(), studio.soon()).items();
  }
}
