package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.testkit.contract.RendererContract;
import app.oddiya.domain.video.film.Renderer;
import java.time.InstantSource;
import java.util.Optional;

class FfmpegRendererTest implements RendererContract {

  @Override
  public Renderer renderer() {
    return new FfmpegRenderer(
        Tools.ffmpeg(),
        Typefaces.of(new FfmpegConfig(Optional.empty(), Tools.cache())),
        InstantSource.system());
  }
}
