package app.oddiya.adapters.memory.video;

import app.oddiya.domain.testkit.contract.PreviewerContract;
import app.oddiya.domain.video.film.Previewer;
import java.time.InstantSource;

class MemoryPreviewerTest implements PreviewerContract {

  @Override
  public Previewer previewer() {
    return new MemoryRenderer(InstantSource.system());
  }
}
