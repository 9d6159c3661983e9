package app.oddiya.adapters.web;

import java.io.IOException;
import java.io.OutputStream;

/// Bytes of a reply that are too many to be held: a file, an archive. What it reads from is open
/// before the reply is given, so that whatever is missing is still a refusal; once the first byte
/// has left, a failure can only cut the connection.
public interface ByteSource extends AutoCloseable {

  /// Writes all of them, on the request's own thread. `out` takes no more than the client has room
  /// for and waits for it; it throws once the client has left.
  ///
  /// @throws IOException if there can be no more, wherever that was found out
  void writeTo(OutputStream out) throws IOException;

  /// Lets go of what it reads from. Always called, whether or not anything was written.
  @Override
  void close();
}
