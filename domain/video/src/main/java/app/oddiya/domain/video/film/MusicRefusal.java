package app.oddiya.domain.video.film;

/// Why a film cannot have the music that its user has brought. Each fails the job: a film with
/// other music, or none, is not the one that was asked for.
public enum MusicRefusal {
  /// Damaged, cut short, or of more bytes than are read.
  UNREADABLE("music_unreadable"),
  /// Not a kind of sound file that is taken, told by its content.
  UNSUPPORTED_TYPE("music_unsupported_type"),
  /// Less than a second of it.
  TOO_SHORT("music_too_short"),
  /// Not the bytes that the job was accepted with.
  CHANGED_AFTER_ACCEPTANCE("music_changed_after_acceptance");

  private final String wire;

  MusicRefusal(String wire) {
    this.wire = wire;
  }

  /// The code of the job's failure.
  public String wire() {
    return wire;
  }
}
