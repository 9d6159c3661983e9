package app.oddiya.domain.video.film;

import java.util.Arrays;
import java.util.Optional;

/// The shape of a film, each with the one size it is delivered in.
public enum Aspect {
  PORTRAIT("9:16", new FrameSize(1080, 1920)),
  LANDSCAPE("16:9", new FrameSize(1920, 1080)),
  SQUARE("1:1", new FrameSize(1080, 1080));

  private final String wire;
  private final FrameSize frame;

  Aspect(String wire, FrameSize frame) {
    this.wire = wire;
    this.frame = frame;
  }

  /// The aspect of that name, `9:16` for instance.
  public static Optional<Aspect> of(String wire) {
    return Arrays.stream(values()).filter(aspect -> aspect.wire.equals(wire)).findFirst();
  }

  /// As clients write it: `9:16`.
  public String wire() {
    return wire;
  }

  public FrameSize frame() {
    return frame;
  }
}
