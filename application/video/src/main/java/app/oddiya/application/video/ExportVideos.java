package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.UserFiles;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJobs;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Optional;

/// Hands a user all their jobs and files, of which a page at a time is held, and no file.
public final class ExportVideos {

  private static final int PAGE = 100;

  /// What one call of a store may take: the whole takes as long as the user's connection does.
  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final VideoJobs jobs;
  private final UserFiles files;
  private final InstantSource clock;

  public ExportVideos(VideoJobs jobs, UserFiles files, InstantSource clock) {
    this.jobs = jobs;
    this.files = files;
    this.clock = clock;
  }

  /// All that is held. Its first pages are read, the rest is as it is asked for.
  public record Export(Iterator<VideoJob> jobs, Iterator<FileUrl> files) {}

  /// @throws app.oddiya.domain.shared.Unavailable if a store does not answer
  public Export export(UserId owner) {
    return new Export(
        Page.walk(after -> jobs.list(owner, new Page.Request(PAGE, after), budget())),
        Page.walk(after -> files.list(owner, after, budget())));
  }

  /// The content of a file; empty if it has gone meanwhile.
  public Optional<InputStream> open(FileUrl file) {
    return files.open(file, budget());
  }

  private Deadline budget() {
    return Deadline.in(BUDGET, clock);
  }
}
