package app.oddiya.adapters.ffmpeg.video;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Two channels of sound, full scale at 1.
final class Sound {

  static final int RATE = 48_000;

  private final float[] left;
  private final float[] right;

  Sound(int samples) {
    this.left = new float[samples];
    this.right = new float[samples];
  }

  static Sound silence(int seconds) {
    return new Sound(seconds * RATE);
  }

  float[] left() {
    return left;
  }

  float[] right() {
    return right;
  }

  int samples() {
    return left.length;
  }

  /// Writes it as interleaved 16-bit little-endian samples, which ffmpeg calls `s16le`.
  void write(Path file) throws IOException {
    try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (int i = 0; i < left.length; i++) {
        writeSample(left[i], output);
        writeSample(right[i], output);
      }
    }
  }

  private static void writeSample(float sample, OutputStream output) throws IOException {
    int value = Math.clamp(Math.round(sample * 32767), -32768, 32767);
    output.write(value);
    output.write(value >> 8);
  }
}
