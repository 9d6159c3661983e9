package app.oddiya.adapters.aws.video;

import app.oddiya.adapters.aws.PhoneMessages;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.job.Ended;
import app.oddiya.domain.video.job.Phones.Phone;
import app.oddiya.domain.video.job.Phones.Platform;
import app.oddiya.domain.video.job.Pushes;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;

/// Pushes through SNS platform endpoints.
final class SnsPushes implements Pushes {

  private final PhoneMessages messages;

  SnsPushes(SnsClient sns, InstantSource clock) {
    this.messages = new PhoneMessages(sns, clock);
  }

  @Override
  public Outcome push(Phone phone, Ended ended, String title, Deadline deadline) {
    String job = ended.job().toString();
    var message =
        new PhoneMessages.Message(title, job, Map.of("jobId", job, "status", ended.status()));
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
