package app.oddiya.domain.video.film;

/// Why a storyboard did not become a film; the codes are part of the job's answer.
public enum RenderFailure {
  /// The encoder ended by itself, or would not start.
  ENCODER_FAILED("encoder_failed"),
  /// The encoder ended well and yet the file is not the film that was asked for.
  OUTPUT_REFUSED("output_refused"),
  /// The pixels of a photo are gone or not as many as they should be.
  PHOTO_LOST("photo_lost"),
  /// The deadline passed.
  TOO_SLOW("too_slow");

  private final String wire;

  RenderFailure(String wire) {
    this.wire = wire;
  }

  /// The code in the job's answer.
  public String wire() {
    return wire;
  }
}
