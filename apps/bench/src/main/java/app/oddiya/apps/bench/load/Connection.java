package app.oddiya.apps.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// One connection, kept alive: a request, its answer, the next request.
final class Connection implements AutoCloseable {

  private final SocketChannel channel;
  private final AnswerReader reader = new AnswerReader();
  private final ByteBuffer received = ByteBuffer.allocateDirect(32 * 1024);

  /// When the request that is under way was to be sent. Written by whoever sends, read by whoever
  /// receives the answer.
  private volatile long due;

  private Connection(SocketChannel channel) {
    this.channel = channel;
  }

  static Connection open(InetSocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    return new Connection(channel);
  }

  SocketChannel channel() {
    return channel;
  }

  long due() {
    return due;
  }

  /// Sends a whole request. It fits into the buffer of a socket that has nothing else to send.
  void send(ByteBuffer request, long dueNanos) throws IOException {
    due = dueNanos;
    ByteBuffer rest = request.duplicate();
    while (rest.hasRemaining()) {
      if (channel.write(rest) == 0) {
        Thread.onSpinWait();
      }
    }
  }

  /// Takes what has arrived.
  ///
  /// @return whether the answer is whole now
  /// @throws BadAnswer if it is not what was asked for
  boolean receive() throws IOException {
    received.clear();
    int bytes = channel.read(received);
    if (bytes < 0) {
      throw new EOFException("a connection was closed that is to be kept alive");
    }
    return reader.take(received.flip());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
