package app.oddiya.adapters.aws.video;

import app.oddiya.adapters.aws.AwsCalls;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.job.Ended;
import app.oddiya.domain.video.job.JobEvents;
import java.time.InstantSource;
import software.amazon.awssdk.services.sns.SnsClient;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Ends of jobs on a topic of SNS, as `{"jobId","status"}`.
final class SnsJobEvents implements JobEvents {

  private static final ObjectMapper JSON = JsonMapper.shared();

  private final String topicArn;
  private final SnsClient sns;
  private final AwsCalls calls;

  SnsJobEvents(String topicArn, SnsClient sns, InstantSource clock) {
    this.topicArn = topicArn;
    this.sns = sns;
    this.calls = new AwsCalls("event topic", clock);
  }

  @Override
  public void publish(Ended ended, Deadline deadline) {
    String body = JSON.writeValueAsString(EndedMessage.of(ended));
    calls.call(
        () ->
            sns.publish(
                p ->
                    p.topicArn(topicArn)
                        .message(body)
                        .overrideConfiguration(calls.within(deadline))));
  }
}
