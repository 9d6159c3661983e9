package app.oddiya.apps.bench.film;

import app.oddiya.adapters.ffmpeg.video.FfmpegConfig;
import app.oddiya.adapters.ffmpeg.video.FfmpegModule;
import app.oddiya.domain.video.film.PhotoDecoder;
import app.oddiya.domain.video.film.Renderer;
import dagger.BindsInstance;
import dagger.Component;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// What makes a film, without stores.
@Singleton
@Component(modules = FfmpegModule.class)
public interface FilmParts {

  /// @param clock by which deadlines are kept
  static FilmParts of(FfmpegConfig config, InstantSource clock) {
    return DaggerFilmParts.factory().create(config, clock);
  }

  PhotoDecoder decoder();

  Renderer renderer();

  @Component.Factory
  interface Factory {
    FilmParts create(@BindsInstance FfmpegConfig config, @BindsInstance InstantSource clock);
  }
}
