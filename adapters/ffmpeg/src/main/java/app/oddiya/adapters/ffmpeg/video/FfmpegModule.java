package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.PhotoDecoder;
import app.oddiya.domain.video.film.Renderer;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The decoder of photos and the renderer of films. Whoever asks for one of them unpacks what they
/// need, which takes about a second the first time that a machine does it.
@Module
public final class FfmpegModule {

  private FfmpegModule() {}

  @Provides
  @Singleton
  static Ffmpeg ffmpeg(FfmpegConfig config) {
    return Ffmpeg.of(config);
  }

  @Provides
  @Singleton
  static PhotoDecoder photoDecoder(Ffmpeg ffmpeg, InstantSource clock) {
    return new FfmpegPhotoDecoder(ffmpeg, clock);
  }

  @Provides
  @Singleton
  static Renderer renderer(Ffmpeg ffmpeg, FfmpegConfig config, InstantSource clock) {
    return new FfmpegRenderer(ffmpeg, Typefaces.of(config), clock);
  }
}
