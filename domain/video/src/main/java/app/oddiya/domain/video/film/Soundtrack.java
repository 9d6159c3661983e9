package app.oddiya.domain.video.film;

import java.util.Optional;

/// What is heard under a film.
public sealed interface Soundtrack {

  /// What clients write for silence.
  String NONE = "none";

  /// What a client asked for: a track's id or `none`; empty if there is no such track.
  static Optional<Soundtrack> of(String id) {
    return id.equals(NONE) ? Optional.of(new Silence()) : Track.of(id).map(Composed::new);
  }

  /// A track of ours, as long as the film.
  record Composed(Track track) implements Soundtrack {}

  /// An audio stream in which nothing is heard: players and short-video apps expect one.
  record Silence() implements Soundtrack {}
}
