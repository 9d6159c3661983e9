package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.MusicDecoder;
import app.oddiya.domain.video.film.PhotoDecoder;
import app.oddiya.domain.video.film.Previewer;
import app.oddiya.domain.video.film.Renderer;
import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The decoders of photos and music and the renderer of films. Whoever asks for one of them unpacks
/// what they need, which takes about a second the first time that a machine does it.
@Module
public abstract class FfmpegModule {

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
  static MusicDecoder musicDecoder(Ffmpeg ffmpeg, InstantSource clock) {
    return new FfmpegMusicDecoder(ffmpeg, clock);
  }

  @Provides
  @Singleton
  static FfmpegRenderer both(Ffmpeg ffmpeg, FfmpegConfig config, InstantSource clock) {
    return new FfmpegRenderer(ffmpeg, Typefaces.of(config), clock);
  }

  @Binds
  abstract Renderer renderer(FfmpegRenderer both);

  @Binds
  abstract Previewer previewer(FfmpegRenderer both);
}
