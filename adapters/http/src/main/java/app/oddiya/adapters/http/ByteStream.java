package app.oddiya.adapters.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/// The body of a sibling's answer, read as it comes and never held whole. One thread reads.
///
/// The stream ends only where the sibling has ended it in order; if it breaks off, or is silent for
/// [#SILENCE], reading throws. Closing it before its end closes the connection, which is how the
/// sibling learns that nobody reads any more.
public final class ByteStream extends InputStream implements Opened {

  static final Duration SILENCE = Duration.ofSeconds(30);

  private final Pieces<?> pieces;
  private final Queue<ByteBuffer> buffers = new ArrayDeque<>();

  ByteStream(Pieces<?> pieces) {
    this.pieces = pieces;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    ByteBuffer buffer = buffers.element();
    int count = Math.min(length, buffer.remaining());
    buffer.get(target, from, count);
    return count;
  }

  /// Sees to it that there is a byte to be read; false at the end.
  private boolean fill() throws IOException {
    while (true) {
      while (!buffers.isEmpty() && !buffers.element().hasRemaining()) {
        buffers.remove();
      }
      if (!buffers.isEmpty()) {
        return true;
      }
      Optional<List<ByteBuffer>> piece = await();
      if (piece.isEmpty()) {
        return false;
      }
      buffers.addAll(piece.get());
    }
  }

  private Optional<List<ByteBuffer>> await() throws IOException {
    try {
      return pieces.next(SILENCE);
    } catch (TimeoutException | CancellationException e) {
      close();
      throw new IOException(e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(e);
    }
  }

  @Override
  public void close() {
    pieces.close();
  }
}
