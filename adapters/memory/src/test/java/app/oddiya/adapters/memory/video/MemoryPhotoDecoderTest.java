package app.oddiya.adapters.memory.video;

import app.oddiya.domain.testkit.contract.PhotoDecoderContract;
import app.oddiya.domain.video.film.PhotoDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

class MemoryPhotoDecoderTest implements PhotoDecoderContract {

  @Override
  public PhotoDecoder decoder() {
    return new MemoryPhotoDecoder(InstantSource.system());
  }

  @Override
  public Path photo(Path folder, int width, int height) {
    return write(
        folder,
        MemoryPhotoDecoder.photo(
            width, height, Optional.of(TAKEN_AT), Optional.of(OFFSET), Optional.of(POSITION)));
  }

  @Override
  public Path damaged(Path folder) {
    byte[] whole = MemoryPhotoDecoder.photo(800, 600);
    return write(folder, Arrays.copyOf(whole, whole.length - 3));
  }

  private static Path write(Path folder, byte[] content) {
    try {
      return Files.write(Files.createTempFile(folder, "photo", ".txt"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
