package app.oddiya.adapters.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// A body as it comes from the HTTP client. The next piece is asked for when one has been taken, so
/// that a sibling is not read faster than whoever reads here.
///
/// The JDK's own body as an `InputStream` would do if its reads could be given a time limit.
final class Pieces<T> implements BodySubscriber<T> {

  private final T body;
  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final AtomicReference<Subscription> subscription = new AtomicReference<>(NOT_YET);

  /// @param body makes of the pieces what the caller is given
  Pieces(Function<Pieces<T>, T> body) {
    this.body = body.apply(this);
  }

  /// Waits for the next piece; empty once the sibling has ended the body in order.
  ///
  /// @throws IOException if the body broke
  /// @throws TimeoutException if nothing came for that long
  /// @throws CancellationException if it has been closed here
  Optional<List<ByteBuffer>> next(Duration patience)
      throws IOException, TimeoutException, InterruptedException {
    return switch (await(patience)) {
      case Piece.Bytes(List<ByteBuffer> buffers) -> {
        subscription.get().request(1);
        yield Optional.of(buffers);
      }
      case Piece.End end -> {
        pieces.add(end);
        yield Optional.empty();
      }
      case Piece.Broken broken -> throw broken.cause();
      case Piece.Closed closed -> {
        pieces.add(closed);
        throw new CancellationException("closed by its reader");
      }
    };
  }

  private Piece await(Duration patience) throws InterruptedException, TimeoutException {
    Piece piece = pieces.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (piece == null) {
      throw new TimeoutException("silence for " + patience);
    }
    return piece;
  }

  /// Ends the exchange; unless the body has ended, the sibling is told by the end of the
  // connection.
  void close() {
    subscription.getAndSet(CLOSED).cancel();
    pieces.add(new Piece.Closed());
  }

  @Override
  public CompletionStage<T> getBody() {
    return CompletableFuture.completedFuture(body);
  }

  @Override
  public void onSubscribe(Subscription begun) {
    if (subscription.compareAndSet(NOT_YET, begun)) {
      begun.request(1);
    } else {
      begun.cancel();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    pieces.add(new Piece.Bytes(buffers));
  }

  @Override
  public void onError(Throwable cause) {
    // The client reports a cancellation as a failure; the reader is told of it by close() itself.
    if (subscription.get() != CLOSED) {
      pieces.add(new Piece.Broken(new IOException("the stream broke", cause)));
    }
  }

  @Override
  public void onComplete() {
    pieces.add(new Piece.End());
  }

  private sealed interface Piece {

    record Bytes(List<ByteBuffer> buffers) implements Piece {}

    record End() implements Piece {}

    record Broken(IOException cause) implements Piece {}

    record Closed() implements Piece {}
  }

  /// Stand-ins for a subscription that is not there yet, or no more.
  private static final Subscription NOT_YET = new NoSubscription();

  private static final Subscription CLOSED = new NoSubscription();

  private static final class NoSubscription implements Subscription {

    @Override
    public void request(long pieces) {}

    @Override
    public void cancel() {}
  }
}
