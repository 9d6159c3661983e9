package app.oddiya.adapters.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/// Notices that a client hangs up while its answer is being made.
///
/// Jetty does not look at a connection between the end of a request and the end of its answer. This
/// asks to be told when there is something to read then, reads one byte, and so tells an end from
/// the beginning of the next request (RFC 9112, section 9.3.2): such a byte is handed to the
/// connection, which begins with it when it gets to the next request. Whoever closes only one
/// direction counts as gone, as with most proxies.
///
/// The lock holds apart the byte that is read here and the connection's own reading, which goes on
/// the moment the answer is complete. Nothing in it waits.
final class Departure implements Callback {

  private final HttpConnection connection;
  private final AbstractEndPoint endPoint;
  private final Runnable whenGone;
  private boolean watching;
  private boolean over;

  private Departure(HttpConnection connection, AbstractEndPoint endPoint, Runnable whenGone) {
    this.connection = connection;
    this.endPoint = endPoint;
    this.whenGone = whenGone;
  }

  /// @param whenGone run once, on a thread that must not wait
  static Departure of(Request request, Runnable whenGone) {
    HttpConnection connection = (HttpConnection) request.getConnectionMetaData().getConnection();
    return new Departure(connection, (AbstractEndPoint) connection.getEndPoint(), whenGone);
  }

  /// Begins to look. The request must have been read to its end, and its bytes be let go of.
  synchronized void watch() {
    // If there are bytes of a next request already, what comes behind them is not looked at.
    if (!over && !watching && connection.isRequestBufferEmpty()) {
      watching = endPoint.tryFillInterested(this);
    }
  }

  /// Stops looking; from now on the connection is Jetty's alone.
  synchronized void over() {
    over = true;
    if (watching) {
      watching = false;
      endPoint.getFillInterest().onFail(new GivenUp(GivenUp.Why.CLIENT_LEFT));
    }
  }

  /// There is something to read.
  @Override
  public void succeeded() {
    if (isGone()) {
      whenGone.run();
    }
  }

  private synchronized boolean isGone() {
    watching = false;
    if (over) {
      return false;
    }
    ByteBuffer one = BufferUtil.allocate(1);
    try {
      int read = endPoint.fill(one);
      if (read > 0) {
        connection.onUpgradeTo(one);
      } else if (read == 0) {
        watch();
      }
      return read < 0;
    } catch (IOException broken) {
      return true;
    }
  }

  @Override
  public void failed(Throwable stopped) {
    // By over(), or because the connection was closed, which the answer finds out by itself.
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}
