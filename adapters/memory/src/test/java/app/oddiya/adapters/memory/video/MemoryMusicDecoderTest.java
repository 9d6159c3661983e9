package app.oddiya.adapters.memory.video;

import app.oddiya.domain.testkit.contract.MusicDecoderContract;
import app.oddiya.domain.video.film.MusicDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

class MemoryMusicDecoderTest implements MusicDecoderContract {

  @Override
  public MusicDecoder decoder() {
    return new MemoryMusicDecoder(InstantSource.system());
  }

  @Override
  public Path music(Path folder, int millis) {
    return write(folder, MemoryMusicDecoder.music(millis));
  }

  @Override
  public Path damaged(Path folder) {
    return write(folder, "music 25".getBytes(StandardCharsets.US_ASCII));
  }

  private static Path write(Path folder, byte[] content) {
    try {
      return Files.write(Files.createTempFile(folder, "upload", ""), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
