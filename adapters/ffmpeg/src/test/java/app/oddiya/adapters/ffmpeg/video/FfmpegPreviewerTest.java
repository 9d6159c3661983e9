package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.testkit.contract.PreviewerContract;
import app.oddiya.domain.video.film.Previewer;
import java.time.InstantSource;
import java.util.Optional;

class FfmpegPreviewerTest implements PreviewerContract {

  @Override
  public Previewer previewer() {
    return new FfmpegRenderer(
        Tools.ffmpeg(),
        Typefaces.of(new FfmpegConfig(Optional.empty(), Tools.cache())),
        InstantSource.system());
  }
}
