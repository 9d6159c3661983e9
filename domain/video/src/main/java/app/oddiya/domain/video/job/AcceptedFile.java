package app.oddiya.domain.video.job;

/// A photo as it was when the job was accepted.
///
/// @param url where it lies
/// @param etag what the store said of its content then; another one later means that the content
///     was replaced, and the photo is left out of the film
public record AcceptedPhoto(FileUrl url, String etag) {}
