package app.oddiya.domain.video.job;

/// A photo, or music, as it was when the job was accepted.
///
/// @param url where it lies
/// @param etag what the store said of its content then; another one later means that the content
///     was replaced: such a photo is left out of the film, and such music fails it
public record AcceptedFile(FileUrl url, String etag) {}
