package app.oddiya.adapters.memory.video;

import app.oddiya.domain.testkit.contract.RendererContract;
import app.oddiya.domain.video.film.Renderer;
import java.time.InstantSource;

class MemoryRendererTest implements RendererContract {

  @Override
  public Renderer renderer() {
    return new MemoryRenderer(InstantSource.system());
  }
}
