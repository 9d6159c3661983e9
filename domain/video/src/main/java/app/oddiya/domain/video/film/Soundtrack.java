package app.oddiya.domain.video.film;

import java.nio.file.Path;
import java.util.Optional;

/// What is heard under a film.
public sealed interface Soundtrack {

  /// What clients write for silence.
  String NONE = "none";

  /// What a client asked for: a track's id or `none`; empty if there is no such track.
  static Optional<OfOurs> of(String id) {
    return id.equals(NONE) ? Optional.of(new Silence()) : Track.of(id).map(Composed::new);
  }

  /// What can be asked for by name.
  sealed interface OfOurs extends Soundtrack {

    /// As clients write it.
    default String wire() {
      return switch (this) {
        case Composed(Track track) -> track.id();
        case Silence() -> NONE;
      };
    }
  }

  /// A track of ours, as long as the film.
  record Composed(Track track) implements OfOurs {}

  /// An audio stream in which nothing is heard: players and short-video apps expect one.
  record Silence() implements OfOurs {}

  /// Music that the user has brought, made ready by a [MusicDecoder]: repeated or faded to the
  /// film's length, and as loud as ours.
  ///
  /// @param samples as [MusicReading.Readable#samples]
  record Brought(Path samples) implements Soundtrack {}
}
