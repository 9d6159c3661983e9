package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.video.job.Ended;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Phones.Phone;
import app.oddiya.domain.video.job.Phones.Platform;
import app.oddiya.domain.video.job.Pushes;
import app.oddiya.domain.video.job.Pushes.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every [Pushes] does.
public interface PushesContract {

  Pushes pushes();

  /// A phone that can be pushed to.
  Phone phone(Platform platform);

  /// Makes the push provider give up on a phone, as it does when the app was removed.
  void disable(Phone phone);

  /// What a phone shows after all that was pushed to it: of messages with one collapse id the last.
  List<Shown> shown(Phone phone) throws Exception;

  /// @param collapseId by which the phone knows that a message takes the place of another
  record Shown(String title, String jobId, String status, String collapseId) {}

  @ParameterizedTest
  @EnumSource
  default void aPushArrivesWithItsTitleAndTheJob(Platform platform) throws Exception {
    Phone phone = phone(platform);

    Outcome outcome = push(phone, new Ended(new JobId(77), true), "여행 영상이 완성됐어요");

    assertThat(outcome).isEqualTo(Outcome.HANDED_OVER);
    assertThat(shown(phone)).containsExactly(new Shown("여행 영상이 완성됐어요", "77", "COMPLETED", "77"));
  }

  @ParameterizedTest
  @EnumSource
  default void aRepeatedPushIsShownOnce(Platform platform) throws Exception {
    Phone phone = phone(platform);

    push(phone, new Ended(new JobId(78), false), "first");
    push(phone, new Ended(new JobId(78), false), "again");

    assertThat(shown(phone)).containsExactly(new Shown("again", "78", "FAILED", "78"));
  }

  @Test
  default void aPhoneThatIsGivenUpIsAnExpectedOutcome() {
    Phone phone = phone(Platform.IOS);
    disable(phone);

    assertThat(push(phone, new Ended(new JobId(79), true), "title")).isEqualTo(Outcome.DISABLED);
  }

  @Test
  default void aPhoneThatNobodyKnowsIsLikeOneThatIsGivenUp() {
    Phone known = phone(Platform.ANDROID);
    Phone unknown = new Phone(known.platform(), known.endpoint() + "0", known.locale());

    assertThat(push(unknown, new Ended(new JobId(80), true), "title")).isEqualTo(Outcome.DISABLED);
  }

  private Outcome push(Phone phone, Ended ended, String title) {
    return pushes().push(phone, ended, title, Deadlines.ample());
  }
}
