package app.oddiya.adapters.postgres.video;

import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.AcceptedFile;
import app.oddiya.domain.video.job.Attempts;
import app.oddiya.domain.video.job.Brief;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Lease;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a row of `video_jobs`.
final class JobRow {

  private JobRow() {}

  static VideoJob job(ResultSet row) throws SQLException {
    Brief brief = brief(row);
    String status = row.getString("status");
    return switch (status) {
      case "PENDING" ->
          new VideoJob.Pending(brief, row.getLong("fence"), attempts(row), instant(row, "due_at"));
      case "PROCESSING" ->
          new VideoJob.Processing(
              brief,
              new Lease(instant(row, "due_at"), row.getLong("fence")),
              attempts(row),
              row.getInt("progress"),
              row.getBoolean("previewed"));
      case "COMPLETED" -> {
        StoredOutcome outcome = outcome(row);
        yield new VideoJob.Completed(
            brief, outcome.toFilm(), outcome.toPhotos(), instant(row, "ended_at"));
      }
      case "FAILED" -> {
        StoredOutcome outcome = outcome(row);
        yield new VideoJob.Failed(
            brief, outcome.toFailure(), outcome.toPhotos(), instant(row, "ended_at"));
      }
      default -> throw new IllegalStateException("status: " + status + " (expected: a known one)");
    };
  }

  /// What was asked for.
  static VideoRequest request(ResultSet row) throws SQLException {
    return StoredJson.read(row.getString("request"), StoredRequest.class)
        .toRequest(urls(row), row.getString("template"));
  }

  private static Brief brief(ResultSet row) throws SQLException {
    VideoRequest request = request(row);
    return new Brief(
        new JobId(row.getLong("id")),
        new UserId(row.getLong("user_id")),
        request,
        photos(row),
        music(row, request),
        Optional.ofNullable(row.getString("trip"))
            .map(json -> StoredJson.read(json, StoredTrip.class).toTrip()),
        instant(row, "created_at"));
  }

  private static List<AcceptedFile> photos(ResultSet row) throws SQLException {
    List<FileUrl> urls = urls(row);
    List<String> etags = texts(row, "photo_etags");
    List<AcceptedFile> photos = new ArrayList<>();
    for (int i = 0; i < urls.size(); i++) {
      photos.add(new AcceptedFile(urls.get(i), etags.get(i)));
    }
    return photos;
  }

  private static Optional<AcceptedFile> music(ResultSet row, VideoRequest request)
      throws SQLException {
    Optional<String> etag = Optional.ofNullable(row.getString("music_etag"));
    return request.musicFile().flatMap(file -> etag.map(mark -> new AcceptedFile(file, mark)));
  }

  private static List<FileUrl> urls(ResultSet row) throws SQLException {
    return texts(row, "photo_urls").stream().map(Stored::file).toList();
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static Attempts attempts(ResultSet row) throws SQLException {
    return new Attempts(row.getInt("failures"), row.getInt("deaths"));
  }

  private static StoredOutcome outcome(ResultSet row) throws SQLException {
    return StoredJson.read(row.getString("outcome"), StoredOutcome.class);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
