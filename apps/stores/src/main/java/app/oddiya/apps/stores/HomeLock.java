package app.oddiya.apps.stores;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Whoever holds it is the only one who runs stores in this home. The kernel takes it back from a
/// process that dies, however it dies.
final class HomeLock implements AutoCloseable {

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws StoreFailure if another process has it
  static HomeLock take(Home home) {
    Path file = home.run().resolve("lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel)) {
        return new HomeLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new StoreFailure("cannot lock " + file, e);
    }
    throw new StoreFailure(
        "Oddiya is already running on " + home.root() + "; stop it, or name another directory");
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreFailure("cannot give the lock back", e);
    }
  }
}
