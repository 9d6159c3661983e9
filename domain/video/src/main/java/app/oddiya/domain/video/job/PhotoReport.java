package app.oddiya.domain.video.job;

import app.oddiya.domain.video.film.PhotoUse;

/// What became of a photo, told to its owner.
///
/// @param photo as named in the request
public record PhotoReport(FileUrl photo, PhotoUse use) {}
