package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.plan.PlanPhones;
import app.oddiya.domain.planning.plan.PlanPhones.Phone;
import app.oddiya.domain.planning.plan.PlanPhones.Platform;
import app.oddiya.domain.shared.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [PlanPhones] does.
public interface PlanPhonesContract {

  PlanPhones phones();

  UserId OWNER = new UserId(21);
  UserId STRANGER = new UserId(22);

  /// Gives [#OWNER] these phones.
  void registered(List<Phone> phones);

  @Test
  default void aTravellersPhonesAreKnown() {
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
