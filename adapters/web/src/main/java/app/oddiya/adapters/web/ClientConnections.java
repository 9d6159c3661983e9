package app.oddiya.adapters.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/// Makes the connections of a port, and ends those whose clients take too long.
///
/// It looks at all of them a few times a second: a timer for each would cost every request what
/// only the slow ones are to pay.
final class ClientConnections extends HttpConnectionFactory implements Connection.Listener {

  private static final Duration ROUND = Duration.ofMillis(250);

  private final PortLimits limits;
  private final Set<ClientConnection> open = ConcurrentHashMap.newKeySet();

  ClientConnections(HttpConfiguration http, PortLimits limits) {
    super(http);
    this.limits = limits;
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    return configure(
        new ClientConnection(getHttpConfiguration(), connector, endPoint), connector, endPoint);
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof ClientConnection mine) {
      open.add(mine);
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof ClientConnection mine) {
      open.remove(mine);
    }
  }

  /// Begins to look after the connections of a connector that has been started, until it stops.
  void lookAfter(ServerConnector connector) {
    if (connector.isRunning()) {
      long now = System.nanoTime();
      boolean closing = connector.isShutdown();
      open.forEach(connection -> connection.expire(now, limits, closing));
      var _ =
          connector
              .getScheduler()
              .schedule(() -> lookAfter(connector), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
