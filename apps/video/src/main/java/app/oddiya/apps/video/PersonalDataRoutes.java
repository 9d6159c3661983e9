package app.oddiya.apps.video;

import static java.nio.charset.StandardCharsets.US_ASCII;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Archive;
import app.oddiya.adapters.web.ByteSource;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.application.video.ExportVideos;
import app.oddiya.application.video.ForgetOwner;
import app.oddiya.application.video.JobView;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.VideoJob;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;

/// What the user service asks of everybody who holds something of a user: all of it, or to forget
/// it.
final class PersonalDataRoutes {

  private static final String ZIP = "application/zip";
  private static final String ID = "[1-9][0-9]{0,17}";

  /// For thousands of files; the caller's own deadline may be earlier.
  private static final Duration FORGETTING = Duration.ofSeconds(60);

  private final ExportVideos exportVideos;
  private final ForgetOwner forgetOwner;

  PersonalDataRoutes(ExportVideos exportVideos, ForgetOwner forgetOwner) {
    this.exportVideos = exportVideos;
    this.forgetOwner = forgetOwner;
  }

  Routes all() {
    return Routes.of(
        Route.delete("/internal/users/{id}", Caller.internal("user"))
            .summary("Forget a user")
            .where("id", ID)
            .budget(FORGETTING)
            .answersNothing(204, "Nothing is left; what still comes is removed as it comes")
            .handledBy(this::forget),
        Route.get("/internal/users/{id}/export", Caller.internal("user"))
            .summary("All jobs and files of a user")
            .where("id", ID)
            .answersDocument(200, ZIP, "jobs.json and the files that it names")
            .handledBy(this::export));
  }

  private Answer forget(Call call) {
    forgetOwner.forget(user(call), call.deadline());
    return Answer.noContent();
  }

  private Answer export(Call call) {
    UserId owner = user(call);
    return Reply.bytes(200, ZIP, new Export(owner, exportVideos.export(owner)));
  }

  private static UserId user(Call call) {
    return UserId.parse(call.path("id")).orElseThrow();
  }

  private final class Export implements ByteSource {

    private final UserId owner;
    private final ExportVideos.Export held;

    Export(UserId owner, ExportVideos.Export held) {
      this.owner = owner;
      this.held = held;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      Archive archive = new Archive(out);
      archive.add("jobs.json", this::writeJobs);
      Iterator<FileUrl> files = held.files();
      while (files.hasNext()) {
        copy(files.next(), archive);
      }
      archive.finish();
    }

    private void writeJobs(OutputStream json) throws IOException {
      Iterator<VideoJob> jobs = held.jobs();
      json.write('[');
      while (jobs.hasNext()) {
        // Without links: they expire, and what they lead to is here.
        json.write(Wire.write(VideoView.of(JobView.withoutLinks(jobs.next()))));
        json.write((jobs.hasNext() ? ",\n" : "").getBytes(US_ASCII));
      }
      json.write(']');
    }

    private void copy(FileUrl file, Archive archive) throws IOException {
      Optional<InputStream> content = exportVideos.open(file);
      if (content.isPresent()) {
        try (InputStream bytes = content.get()) {
          archive.copy(name(file), bytes);
        }
      }
    }

    /// `uploads/{uuid}`, `films/{job}/{fence}/film.mp4`: its key without the user.
    private String name(FileUrl file) {
      return file.key().replaceFirst("/" + owner + "/", "/");
    }

    @Override
    public void close() {}
  }
}
