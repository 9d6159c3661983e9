package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.Deadline;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/// Where photos, music and films lie.
///
/// Clients send and fetch files themselves, over addresses signed here that are good for one file,
/// one operation and a short time. Methods throw [app.oddiya.domain.shared.Unavailable] if the
/// store does not answer.
public interface PhotoStore {

  /// The bucket that all files of ours lie in.
  String bucket();

  /// Permits one upload, of exactly this type and length (and content, if its hash was named).
  ///
  /// @param validity at most 15 minutes
  Ticket permitUpload(FileUrl file, WantedUpload upload, Duration validity);

  /// Signs an address from which `file` can be fetched for a while.
  URI permitDownload(FileUrl file, Duration validity);

  /// What the store holds of `files`; those it does not hold are missing from the answer.
  Map<FileUrl, Stored> stat(Collection<FileUrl> files, Deadline deadline);

  /// Copies a file to `target`, replacing what is there, if it is still the one that was accepted
  /// and not larger than `maxBytes`.
  Fetched fetch(AcceptedFile photo, Path target, long maxBytes, Deadline deadline);

  /// Stores a file of ours.
  void put(FileUrl file, Path source, String contentType, Deadline deadline);

  /// @param bytes its length
  /// @param contentType as declared by whoever sent it, never verified by the store
  /// @param etag changes with the content
  record Stored(long bytes, String contentType, String etag) {}

  /// A permission to upload.
  ///
  /// @param method the HTTP method
  /// @param headers to be sent exactly so, besides those the client's library sets itself
  record Ticket(String method, URI url, Map<String, String> headers, Instant expiresAt) {

    public Ticket {
      headers = Map.copyOf(headers);
    }
  }

  /// What came of a copy.
  enum Fetched {
    /// It is in the target file.
    COPIED,
    /// There is another content under this name now, or none.
    CHANGED,
    /// It is larger than allowed.
    TOO_LARGE
  }
}
