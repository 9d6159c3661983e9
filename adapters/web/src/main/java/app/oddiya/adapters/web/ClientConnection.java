package app.oddiya.adapters.web;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.Invocable;

/// A connection whose client has only so much time to say what it wants.
///
/// Jetty's idle timeout begins anew with every byte, so a client that sends one byte now and then
/// would hold a connection for as long as it likes.
final class ClientConnection extends HttpConnection {

  private static final Executor DIRECT = Runnable::run;

  /// For requests that are on their way to a connection while the port closes.
  private static final Duration GRACE = Duration.ofMillis(500);

  /// The requests that had come when nothing was under way, and since when it is that many.
  private long requests = -1;

  private long since;

  private final boolean handlersNeverWait;

  ClientConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
    super(configuration, connector, endPoint);
    handlersNeverWait =
        connector.getServer().getInvocationType() == Invocable.InvocationType.NON_BLOCKING;
  }

  /// Where Jetty does what may wait. Among it is the look for the next request, once an answer has
  /// been written by another thread than the one that reads. If no handler ever waits, that thread
  /// can look for itself: that costs less than waking up one of the pool to do so.
  @Override
  protected Executor getExecutor() {
    Executor pool = super.getExecutor();
    return handlersNeverWait ? task -> (task.equals(this) ? DIRECT : pool).execute(task) : pool;
  }

  /// Ends the connection if its client is too slow to say what it wants, or has nothing under way
  /// for too long, or while the port closes. Called by one thread, again and again.
  ///
  /// @param now as of [System#nanoTime]
  void expire(long now, PortLimits limits, boolean closing) {
    HttpParser parser = getParser();
    if (parser.isStart() || parser.isClose() || parser.isClosed()) {
      // Line ends between requests, and bytes after the last one, are skipped as they come; they
      // do not make the connection a used one.
      if (getMessagesIn() != requests) {
        requests = getMessagesIn();
        since = now;
      }
      Duration patience = closing ? GRACE : limits.idle();
      if (now - since > patience.toNanos()) {
        endWait(new Unused());
      }
    } else if (parser.inHeaderState()) {
      // The parser is another thread's: it may have come to the end of a request, and back to the
      // beginning, while we asked. Then there is no beginning yet, which it calls 0.
      long began = parser.getBeginNanoTime();
      if (began != 0 && now - began > limits.head().toNanos()) {
        endWait(new TooSlow());
      }
    } else {
      requests = -1;
    }
  }

  /// Fails the wait for the next byte. Only one can take that wait away: if a byte has come at this
  /// very moment, there is none, and what came is looked at instead.
  private void endWait(Exception why) {
    if (getEndPoint() instanceof AbstractEndPoint endPoint) {
      endPoint.getFillInterest().onFail(why);
    }
  }

  @Override
  public void onFillInterestedFailed(Throwable cause) {
    switch (cause) {
      case TooSlow _ -> {
        getParser().close();
        getParser()
            .getHandler()
            .badMessage(new HttpException.RuntimeException(HttpStatus.REQUEST_TIMEOUT_408));
      }
      case Unused _ -> {
        getParser().close();
        getEndPoint().close();
      }
      default -> super.onFillInterestedFailed(cause);
    }
  }

  private static final class TooSlow extends Exception {

    private static final long serialVersionUID = 1L;
  }

  private static final class Unused extends Exception {

    private static final long serialVersionUID = 1L;
  }
}
