package app.oddiya.adapters.aws.video;

import app.oddiya.adapters.aws.Sns;
import app.oddiya.apps.stores.junit.SnsExtension;
import app.oddiya.domain.testkit.contract.JobEventsContract;
import app.oddiya.domain.video.job.Ended;
import app.oddiya.domain.video.job.JobEvents;
import app.oddiya.domain.video.job.JobId;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class SnsJobEventsTest implements JobEventsContract {

  @RegisterExtension static final SnsExtension sns = new SnsExtension();

  @Override
  public JobEvents events() {
    return VideoAwsModule.jobEvents(
        new VideoAwsConfig("", "", sns.topicArn()), Sns.client(sns), InstantSource.system());
  }

  @Override
  public List<Ended> heard(JobId job) throws Exception {
    return Sns.published(sns, sns.topicArn()).stream()
        .map(Sns::payload)
        .filter(event -> event.path("jobId").asString().equals(job.toString()))
        .map(SnsJobEventsTest::ended)
        .toList();
  }

  private static Ended ended(JsonNode event) {
    return new Ended(
        JobId.parse(event.path("jobId").asString()).orElseThrow(),
        event.path("status").asString().equals("COMPLETED"));
  }
}
