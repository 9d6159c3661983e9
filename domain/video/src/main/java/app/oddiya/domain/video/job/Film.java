package app.oddiya.domain.video.job;

import java.time.Duration;

/// A finished film in the store.
///
/// @param film an MP4 file
/// @param poster a JPEG file
/// @param duration how long the film plays, as probed
public record Film(FileUrl film, FileUrl poster, Duration duration) {

  /// Whether it was made under this claim, and no other.
  public boolean isOf(VideoJob.Processing claimed) {
    return film.key()
        .startsWith(FileUrl.films(claimed.brief().owner(), Leftovers.Films.of(claimed)));
  }
}
