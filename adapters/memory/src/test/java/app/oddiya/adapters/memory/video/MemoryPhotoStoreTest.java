package app.oddiya.adapters.memory.video;

import app.oddiya.domain.testkit.contract.PhotoStoreContract;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.testkit.time.SettableClock;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.PhotoStore.Ticket;
import java.net.URI;

class MemoryPhotoStoreTest implements PhotoStoreContract {

  private final MemoryPhotoStore store = new MemoryPhotoStore(Videos.BUCKET, new SettableClock());

  @Override
  public PhotoStore store() {
    return store;
  }

  @Override
  public boolean send(Ticket ticket, String contentType, byte[] content) {
    return store.send(ticket, contentType, content);
  }

  @Override
  public byte[] follow(URI link) {
    return store.follow(link);
  }
}
