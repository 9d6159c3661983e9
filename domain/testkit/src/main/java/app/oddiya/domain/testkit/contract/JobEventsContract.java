package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.video.job.Ended;
import app.oddiya.domain.video.job.JobEvents;
import app.oddiya.domain.video.job.JobId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [JobEvents] does.
public interface JobEventsContract {

  JobEvents events();

  /// What has been heard of a job on the topic, oldest first.
  List<Ended> heard(JobId job) throws Exception;

  @Test
  default void bothEndsOfAJobAreHeard() throws Exception {
    Ended completed = new Ended(new JobId(880_001), true);
    Ended failed = new Ended(new JobId(880_002), false);

    events().publish(completed, Deadlines.ample());
    events().publish(failed, Deadlines.ample());

    assertThat(heard(completed.job())).containsExactly(completed);
    assertThat(heard(failed.job())).containsExactly(failed);
  }
}
