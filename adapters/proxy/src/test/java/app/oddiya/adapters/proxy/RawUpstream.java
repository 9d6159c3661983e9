package app.oddiya.adapters.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A service of bare sockets: it writes down what comes byte by byte, and what it answers need not
/// be HTTP.
final class RawUpstream implements AutoCloseable {

  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger begun = new AtomicInteger();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Behaviour behaviour = saying(OK);

  /// What it does when a request has come.
  interface Behaviour {
    /// @param count of requests so far, this one included
    void answer(int count, Socket socket) throws IOException, InterruptedException;
  }

  RawUpstream() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  static Behaviour saying(String answer) {
    return (count, socket) -> say(socket, answer);
  }

  static void say(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  void behave(Behaviour next) {
    behaviour = next;
  }

  Upstream as(String name) {
    return new Upstream(name, URI.create("http://127.0.0.1:" + listening.getLocalPort()));
  }

  /// A request that came whole.
  record Asked(String line, List<String> headers, String body) {}

  /// The requests that came whole.
  List<Asked> asked() {
    return asked;
  }

  /// How many there were of which at least the head came.
  int begun() {
    return begun.get();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        List<String> head = List.of(through(in, "\r\n\r\n").split("\r\n"));
        begun.incrementAndGet();
        List<String> headers = head.subList(1, head.size());
        asked.add(new Asked(head.getFirst(), headers, body(headers, in)));
        behaviour.answer(asked.size(), socket);
      }
    } catch (IOException | InterruptedException gone) {
      // The proxy has hung up, or the test is over.
    } finally {
      open.remove(socket);
    }
  }

  private static String body(List<String> headers, InputStream in) throws IOException {
    for (String line : headers) {
      if (line.startsWith("Content-Length: ")) {
        return bytes(in, Integer.parseInt(line.substring(16)));
      }
      if (line.equals("Transfer-Encoding: chunked")) {
        return chunks(in);
      }
    }
    return "";
  }

  private static String chunks(InputStream in) throws IOException {
    StringBuilder body = new StringBuilder();
    int size;
    do {
      size = Integer.parseInt(through(in, "\r\n").strip(), 16);
      body.append(bytes(in, size));
      bytes(in, 2);
    } while (size > 0);
    return body.toString();
  }

  private static String bytes(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return new String(bytes, ISO_8859_1);
  }

  private static String through(InputStream in, String end) throws IOException {
    StringBuilder read = new StringBuilder();
    do {
      int c = in.read();
      if (c < 0) {
        throw new EOFException();
      }
      read.append((char) c);
    } while (!read.toString().endsWith(end));
    return read.toString();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
