package app.oddiya.domain.video.job;

import app.oddiya.domain.video.film.Soundtrack;
import java.util.Optional;

/// The music that somebody asks for.
public sealed interface Music {

  /// A track of ours, or silence.
  record Ours(Soundtrack.OfOurs soundtrack) implements Music {}

  /// A file of the user's own. What it holds is judged when the film is made.
  record Uploaded(FileUrl file) implements Music {}

  /// What a client asked for: a track's id, `none`, or a file's address; empty for anything else.
  static Optional<Music> of(String text) {
    return FileUrl.parse(text)
        .<Music>map(Uploaded::new)
        .or(() -> Soundtrack.of(text).map(Ours::new));
  }

  /// As clients write it.
  default String wire() {
    return switch (this) {
      case Ours(Soundtrack.OfOurs soundtrack) -> soundtrack.wire();
      case Uploaded(FileUrl file) -> file.toString();
    };
  }
}
