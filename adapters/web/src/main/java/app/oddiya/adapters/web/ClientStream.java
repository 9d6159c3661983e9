package app.oddiya.adapters.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// The way to a client, which remembers whether it was the client that broke it.
final class ClientStream extends FilterOutputStream {

  private boolean clientGone;

  ClientStream(OutputStream client) {
    super(client);
  }

  boolean isClientGone() {
    return clientGone;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      clientGone = true;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      clientGone = true;
      throw e;
    }
  }

  /// The response is completed by whoever began it, and only if it is whole.
  @Override
  public void close() {}
}
