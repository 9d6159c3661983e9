package app.oddiya.adapters.aws.planning;

import app.oddiya.adapters.aws.PhoneMessages;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanPhones.Phone;
import app.oddiya.domain.planning.plan.PlanPhones.Platform;
import app.oddiya.domain.planning.plan.PlanPushes;
import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.shared.Deadline;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;

/// Pushes about proposals through SNS platform endpoints.
final class SnsPlanPushes implements PlanPushes {

  private final PhoneMessages messages;

  SnsPlanPushes(SnsClient sns, InstantSource clock) {
    this.messages = new PhoneMessages(sns, clock);
  }

  @Override
  public Outcome push(
      Phone phone, PlanId plan, RevisionId proposal, String title, Deadline deadline) {
    var message =
        new PhoneMessages.Message(
            title,
            // Films collapse by their bare number.
            "plan-" + plan,
            Map.of("planId", plan.toString(), "revisionId", proposal.toString()));
    return messages.send(platform(phone.platform()), phone.endpoint(), message, deadline)
        ? Outcome.HANDED_OVER
        : Outcome.DISABLED;
  }

  private static PhoneMessages.Platform platform(Platform platform) {
    return switch (platform) {
      case IOS -> PhoneMessages.Platform.IOS;
      case ANDROID -> PhoneMessages.Platform.ANDROID;
    };
  }
}
