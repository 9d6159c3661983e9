package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanPhones.Phone;
import app.oddiya.domain.planning.plan.PlanPhones.Platform;
import app.oddiya.domain.planning.plan.PlanPushes;
import app.oddiya.domain.planning.plan.PlanPushes.Outcome;
import app.oddiya.domain.planning.plan.RevisionId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every [PlanPushes] does.
public interface PlanPushesContract {

  RevisionId FIRST = new RevisionId(new UUID(0, 1));
  RevisionId SECOND = new RevisionId(new UUID(0, 2));

  PlanPushes pushes();

  /// A phone that can be pushed to.
  Phone phone(Platform platform);

  /// Makes the push provider give up on a phone, as it does when the app was removed.
  void disable(Phone phone);

  /// What a phone shows after all that was pushed to it: of messages about one plan the last.
  List<Shown> shown(Phone phone) throws Exception;

  record Shown(String title, String planId, String revisionId) {}

  @ParameterizedTest
  @EnumSource
  default void aPushArrivesWithItsTitleAndTheProposal(Platform platform) throws Exception {
    Phone phone = phone(platform);

    Outcome outcome = push(phone, new PlanId(77), FIRST, "비가 와요");

    assertThat(outcome).isEqualTo(Outcome.HANDED_OVER);
    assertThat(shown(phone)).containsExactly(new Shown("비가 와요", "77", FIRST.toString()));
  }

  @ParameterizedTest
  @EnumSource
  default void ofProposalsForOnePlanTheLastIsShown(Platform platform) throws Exception {
    Phone phone = phone(platform);

    push(phone, new PlanId(78), FIRST, "first");
    push(phone, new PlanId(78), SECOND, "second");
    push(phone, new PlanId(79), FIRST, "of another plan");

    assertThat(shown(phone))
        .containsExactly(
            new Shown("second", "78", SECOND.toString()),
            new Shown("of another plan", "79", FIRST.toString()));
  }

  @Test
  default void aPhoneThatIsGivenUpIsAnExpectedOutcome() {
    Phone phone = phone(Platform.IOS);
    disable(phone);

    assertThat(push(phone, new PlanId(80), FIRST, "title")).isEqualTo(Outcome.DISABLED);
  }

  private Outcome push(Phone phone, PlanId plan, RevisionId proposal, String title) {
    return pushes().push(phone, plan, proposal, title, Deadlines.ample());
  }
}
