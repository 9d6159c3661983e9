package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.Phones;
import app.oddiya.domain.video.job.Phones.Phone;
import app.oddiya.domain.video.job.Phones.Platform;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Phones] does.
public interface PhonesContract {

  Phones phones();

  UserId OWNER = new UserId(21);
  UserId STRANGER = new UserId(22);

  /// Gives [#OWNER] these phones.
  void registered(List<Phone> phones);

  @Test
  default void aUsersPhonesAreKnown() {
    List<Phone> all =
        List.of(
            new Phone(Platform.IOS, "arn:aws:sns:ap-northeast-2:1:endpoint/APNS/oddiya/1", "ko"),
            new Phone(
                Platform.ANDROID, "arn:aws:sns:ap-northeast-2:1:endpoint/GCM/oddiya/2", "ja"));
    registered(all);

    assertThat(phones().of(OWNER, Deadlines.ample())).isEqualTo(all);
    assertThat(phones().of(STRANGER, Deadlines.ample())).isEmpty();
  }
}
