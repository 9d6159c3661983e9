package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.GeoPoint;
import java.time.Instant;
import java.util.Optional;

/// What the phone knows of a photo and the file may have lost: pickers take positions away. What
/// stands in the file wins.
public record PhotoHint(FileUrl photo, Optional<Instant> takenAt, Optional<GeoPoint> position) {}
