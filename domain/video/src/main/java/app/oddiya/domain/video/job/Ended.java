package app.oddiya.domain.video.job;

/// The news that a job has ended.
///
/// @param job which one
/// @param completed whether there is a film
public record Ended(JobId job, boolean completed) {

  /// The job's status as the API names it.
  public String status() {
    return completed ? "COMPLETED" : "FAILED";
  }
}
