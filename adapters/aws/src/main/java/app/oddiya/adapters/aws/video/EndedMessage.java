package app.oddiya.adapters.aws.video;

import app.oddiya.domain.video.job.Ended;

/// The news of a job's end as the world hears it: no more than a phone needs to go and ask.
record EndedMessage(String jobId, String status) {

  static EndedMessage of(Ended ended) {
    return new EndedMessage(ended.job().toString(), ended.status());
  }
}
