package app.oddiya.apps.local.trip;

import java.util.List;
import java.util.Optional;

/// The film that the traveller wants of a trip.
///
/// @param photoUrls as the uploads were named
/// @param seconds 15, 30 or 60
/// @param music as its upload was named; ours without
public record FilmWish(
    List<String> photoUrls, String planId, String title, int seconds, Optional<String> music) {

  /// With our music.
  public FilmWish(List<String> photoUrls, String planId, String title, int seconds) {
    this(photoUrls, planId, title, seconds, Optional.empty());
  }
}
