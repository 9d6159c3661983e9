package app.oddiya.apps.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Ports of this machine's loopback.
public final class Ports {

  private Ports() {}

  /// A port that nobody listens on at this moment. Another process may take it before we do; the
  /// store then says so in its log and does not start.
  public static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StoreFailure("no free port", e);
    }
  }
}
