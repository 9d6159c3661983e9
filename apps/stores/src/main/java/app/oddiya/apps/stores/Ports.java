package app.oddiya.apps.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Ports of this machine's loopback.
public final class Ports {

  /// Below the ports that Linux gives to outgoing connections (from 32768 on): one of those may be
  /// in use again by the time that whoever asked for it listens there.
  private static final int FIRST = 20_000;

  private static final int END = 32_000;
  private static final int TRIES = 200;

  /// Nobody listens yet on a port that was just handed out: it is not handed out again.
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /// A port that nobody listens on at this moment. Another process may take it before we do; the
  /// store then says so in its log and does not start.
  public static int free() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, END);
      if (GIVEN.add(port) && isFree(port)) {
        return port;
      }
    }
    throw new StoreFailure("no free port from " + FIRST + " to " + END);
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
