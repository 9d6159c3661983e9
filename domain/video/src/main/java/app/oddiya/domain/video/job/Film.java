package app.oddiya.domain.video.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A finished film in the store.
///
/// @param film an MP4 file
/// @param poster a JPEG file
/// @param preview an MP4 file, short and small; none if it could not be made
/// @param duration how long the film plays, as probed
public record Film(FileUrl film, FileUrl poster, Optional<FileUrl> preview, Duration duration) {

  /// All its files.
  public List<FileUrl> files() {
    return Stream.concat(Stream.of(film, poster), preview.stream()).toList();
  }

  /// Whether it was made under this claim, and no other.
  public boolean isOf(VideoJob.Processing claimed) {
    return film.key()
        .startsWith(FileUrl.films(claimed.brief().owner(), Leftovers.Films.of(claimed)));
  }
}
