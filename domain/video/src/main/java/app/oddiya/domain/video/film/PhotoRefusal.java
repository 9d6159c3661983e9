package app.oddiya.domain.video.film;

/// Why a photo is not in the film; the codes are part of the job's answer.
public enum PhotoRefusal {
  /// Damaged, cut short, or of a size that is not decoded.
  UNREADABLE("unreadable"),
  /// Not a kind of picture that is taken, told by its content.
  UNSUPPORTED_TYPE("unsupported_type"),
  /// Too few pixels to fill a frame decently.
  TOO_SMALL("too_small"),
  /// Not the bytes that the job was accepted with.
  CHANGED_AFTER_ACCEPTANCE("changed_after_acceptance"),
  /// Shows the same as another one, which is in the film.
  DUPLICATE("duplicate"),
  /// Nothing in it is sharp.
  BLURRED("blurred"),
  /// More photos than the film has room for.
  TOO_MANY_FOR_LENGTH("too_many_for_length");

  private final String wire;

  PhotoRefusal(String wire) {
    this.wire = wire;
  }

  /// The code in the job's answer.
  public String wire() {
    return wire;
  }
}
