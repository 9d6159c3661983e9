package app.oddiya.adapters.http;

import app.oddiya.domain.shared.Deadline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// Reads the pieces of a body as events.
final class EventFeed implements EventStream {

  /// Siblings send a comment every 250 ms; who is silent for forty times that is gone.
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final String service;
  private final Deadline deadline;
  private final InstantSource clock;
  private final EventParser parser;
  private final Pieces<?> pieces;

  EventFeed(String service, Deadline deadline, InstantSource clock, Pieces<?> pieces) {
    this.service = service;
    this.deadline = deadline;
    this.clock = clock;
    this.parser = new EventParser(service);
    this.pieces = pieces;
  }

  @Override
  public Optional<ServerEvent> next() {
    try {
      while (true) {
        Optional<ServerEvent> event = parser.poll();
        if (event.isPresent()) {
          return event;
        }
        Optional<List<ByteBuffer>> piece = pieces.next(patience());
        if (piece.isEmpty()) {
          return Optional.empty();
        }
        for (ByteBuffer buffer : piece.get()) {
          parser.read(buffer);
        }
      }
    } catch (IOException | TimeoutException broken) {
      close();
      throw Outage.ofService(service, broken);
    } catch (InterruptedException stopped) {
      close();
      Thread.currentThread().interrupt();
      throw Outage.ofService(service, stopped);
    }
  }

  private Duration patience() throws TimeoutException {
    Duration left = deadline.remaining(clock);
    if (left.isZero()) {
      throw new TimeoutException("the stream went on beyond its deadline");
    }
    return left.compareTo(SILENCE) < 0 ? left : SILENCE;
  }

  @Override
  public void close() {
    pieces.close();
  }
}
