package app.oddiya.apps.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Ports of this machine's loopback.
public final class Ports {

  /// Below the ports that Linux gives to outgoing connections (from 32768 on): one of those may be
  /// in use again by the time that whoever asked for it listens there.
  private static final int FIRST = 20_000;

  private static final int END = 32_000;
  private static final int TRIES = 200;

  /// Nobody listens yet on a port that was just handed out. Whoever has its lock may, for as long
  /// as the process lives: other builds of this machine look for ports as well.
  private static final Map<Integer, FileLock> GIVEN = new ConcurrentHashMap<>();

  private Ports() {}

  /// A port that nobody listens on at this moment, and that no other process is given by this. One
  /// that takes ports otherwise may take it first; the store then says so in its log and does not
  /// start.
  public static int free() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, END);
      if (isOurs(port) && isFree(port)) {
        return port;
      }
    }
    throw new StoreFailure("no free port from " + FIRST + " to " + END);
  }

  private static boolean isOurs(int port) {
    if (GIVEN.containsKey(port)) {
      return false;
    }
    try {
      FileChannel file =
          FileChannel.open(
              locks().resolve(Integer.toString(port)),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      FileLock lock = file.tryLock();
      if (lock == null) {
        file.close();
        return false;
      }
      return GIVEN.putIfAbsent(port, lock) == null;
    } catch (OverlappingFileLockException taken) {
      return false;
    } catch (IOException e) {
      throw new StoreFailure("no port can be kept for us", e);
    }
  }

  /// Of this user, for all working copies.
  private static Path locks() throws IOException {
    String user = System.getProperty("user.name");
    return Files.createDirectories(
        Path.of(System.getProperty("java.io.tmpdir"), "oddiya-ports-" + user));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
