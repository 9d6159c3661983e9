package app.oddiya.adapters.memory.video;

import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.contract.PhotoStoreContract;
import app.oddiya.domain.testkit.contract.UserFilesContract;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.testkit.time.SettableClock;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.PhotoStore.Ticket;
import app.oddiya.domain.video.job.UserFiles;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

class MemoryPhotoStoreTest implements PhotoStoreContract, UserFilesContract {

  private final AtomicLong users = new AtomicLong(100_000);
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

  @Override
  public UserFiles files() {
    return store;
  }

  @Override
  public UserId owner() {
    return new UserId(users.incrementAndGet());
  }

  @Override
  public int manyFiles() {
    return 3;
  }
}
