package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The photos of the scenes that are being drawn: at most two or three are in memory at a time.
final class PhotoShelf implements Shelf {

  private final List<Scene> scenes;
  private final ConcurrentMap<Integer, PhotoPlanes> loaded = new ConcurrentHashMap<>();

  PhotoShelf(List<Scene> scenes) {
    this.scenes = scenes;
  }

  /// The photo of scene `number`, read when it is first asked for.
  @Override
  public PhotoPlanes picture(int number) {
    return loaded.computeIfAbsent(number, this::read);
  }

  private PhotoPlanes read(int number) {
    try {
      return PhotoPlanes.read(scenes.get(number).photo());
    } catch (IOException e) {
      throw new UncheckedIOException("the pixels of a photo could not be read", e);
    }
  }

  @Override
  public Optional<PrintPlanes> print(int number) {
    return Optional.empty();
  }

  /// Forgets the photos of all scenes that ended before `frame`.
  @Override
  public void forgetBefore(int frame) {
    loaded.keySet().removeIf(number -> scenes.get(number).endFrame() <= frame);
  }
}
