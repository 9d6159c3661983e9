package app.oddiya.domain.video.film;

/// Hears how far a rendering is. Called from one thread at a time, with `done` never falling.
@FunctionalInterface
public interface Progress {

  /// Hears nothing.
  Progress IGNORED = (done, total) -> {};

  /// @param done frames finished, 0..total
  /// @param total frames of the film
  void frames(int done, int total);
}
