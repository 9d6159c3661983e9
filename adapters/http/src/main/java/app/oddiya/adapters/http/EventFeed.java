package app.oddiya.adapters.http;

import app.oddiya.domain.shared.Deadline;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
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

/// Takes a body from the HTTP client piece by piece and hands it on as events.
///
/// The JDK's own body as an `InputStream` would do if its reads could be given a time limit.
final class EventFeed implements BodySubscriber<Streamed>, EventStream {

  /// Siblings send a comment every 250 ms; who is silent for forty times that is gone.
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final String service;
  private final Deadline deadline;
  private final InstantSource clock;
  private final EventParser parser;
  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final AtomicReference<Subscription> subscription = new AtomicReference<>(NOT_YET);

  EventFeed(String service, Deadline deadline, InstantSource clock) {
    this.service = service;
    this.deadline = deadline;
    this.clock = clock;
    this.parser = new EventParser(service);
  }

  @Override
  public Optional<ServerEvent> next() {
    try {
      while (true) {
        Optional<ServerEvent> event = parser.poll();
        if (event.isPresent()) {
          return event;
        }
        switch (await()) {
          case Piece.Bytes bytes -> read(bytes);
          case Piece.End end -> {
            pieces.add(end);
            return Optional.empty();
          }
          case Piece.Broken broken -> throw broken.cause();
          case Piece.Closed closed -> {
            pieces.add(closed);
            throw new CancellationException("closed by its reader");
          }
        }
      }
    } catch (IOException | TimeoutException broken) {
      close();
      throw Outage.of(service, broken);
    } catch (InterruptedException stopped) {
      close();
      Thread.currentThread().interrupt();
      throw Outage.of(service, stopped);
    }
  }

  private Piece await() throws InterruptedException, TimeoutException {
    Duration left = deadline.remaining(clock);
    if (left.isZero()) {
      throw new TimeoutException("the stream went on beyond its deadline");
    }
    Duration patience = left.compareTo(SILENCE) < 0 ? left : SILENCE;
    Piece piece = pieces.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (piece == null) {
      throw new TimeoutException("no event within " + patience);
    }
    return piece;
  }

  private void read(Piece.Bytes bytes) throws IOException {
    for (ByteBuffer buffer : bytes.buffers()) {
      parser.read(buffer);
    }
    subscription.get().request(1);
  }

  @Override
  public void close() {
    subscription.getAndSet(CLOSED).cancel();
    pieces.add(new Piece.Closed());
  }

  @Override
  public CompletionStage<Streamed> getBody() {
    return CompletableFuture.completedFuture(this);
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
