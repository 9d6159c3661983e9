package app.oddiya.apps.video;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Errors;
import app.oddiya.adapters.web.json.FieldRule;
import app.oddiya.adapters.web.json.Range;
import app.oddiya.adapters.web.json.Size;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.application.video.RequestUploads;
import app.oddiya.domain.video.job.WantedUpload;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How files get into the store: past us, with a permission for each.
final class UploadRoutes {

  static final int MOST_FILES = 60;
  static final int MOST_BYTES = 50_000_000;

  private final RequestUploads requestUploads;

  UploadRoutes(RequestUploads requestUploads) {
    this.requestUploads = requestUploads;
  }

  record NewUploads(@Size(min = 1, max = MOST_FILES) List<NewUpload> files) {}

  @Doc("A file that is going to be sent.")
  @FieldRule.Of(TypeOfItsKind.class)
  record NewUpload(
      WantedUpload.Kind kind,
      @Doc(
              "photo: image/jpeg, image/png, image/webp, image/heic, image/heif, image/avif;"
                  + " music: audio/mpeg, audio/mp4, audio/aac, audio/ogg, audio/flac, audio/wav")
          @Text(max = 64)
          String contentType,
      @Doc("The exact length.") @Range(min = 1, max = MOST_BYTES) long bytes,
      @Doc("SHA-256 of the content in lower-case hexadecimal, to have it checked.")
          @Text(pattern = "^[0-9a-f]{64}$")
          Optional<String> sha256) {

    WantedUpload toWanted() {
      return new WantedUpload(kind, contentType, bytes, sha256);
    }
  }

  /// Each kind of file has its media types.
  static final class TypeOfItsKind implements FieldRule {

    @Override
    public void check(Fields fields, Errors errors) {
      Optional<WantedUpload.Kind> kind = fields.valid("kind", WantedUpload.Kind.class);
      Optional<String> type = fields.valid("contentType", String.class);
      if (kind.isPresent() && type.isPresent() && !kind.get().accepts(type.get())) {
        errors.add(
            fields.pointer("contentType"), "unsupported_type", "Files of this type are not taken.");
      }
    }
  }

  record Uploads(List<Upload> uploads) {}

  @Doc("A permission to send one file, good for that file only.")
  record Upload(
      @Doc("What the file is called from now on.") URI fileUrl,
      String method,
      URI url,
      @Doc("To be sent exactly so, besides Content-Length.") Map<String, String> headers,
      Instant expiresAt) {

    static Upload of(RequestUploads.Upload upload) {
      return new Upload(
          URI.create(upload.file().toString()),
          upload.ticket().method(),
          upload.ticket().url(),
          upload.ticket().headers(),
          upload.ticket().expiresAt());
    }
  }

  Routes all() {
    return Routes.of(
        Route.post("/api/v1/videos/uploads", Caller.user())
            .summary("Ask for permissions to upload photos and music")
            .json(NewUploads.class)
            .answers(201, Uploads.class, "One permission a file, in order; 15 minutes at most")
            .refuses(429, "too_many_bytes", "The bytes of 24 hours would be exceeded.")
            .handledBy(this::request));
  }

  private Answer request(Call call) {
    List<WantedUpload> wanted =
        call.body(NewUploads.class).files().stream().map(NewUpload::toWanted).toList();
    return switch (requestUploads.request(call.user(), wanted, call.deadline())) {
      case RequestUploads.Outcome.Permitted(var uploads) ->
          Reply.json(201, new Uploads(uploads.stream().map(Upload::of).toList()));
      case RequestUploads.Outcome.TooMuch(Duration retryAfter) ->
          Problem.tooManyRequests(
              "too_many_bytes", "The bytes of 24 hours would be exceeded.", retryAfter);
    };
  }
}
