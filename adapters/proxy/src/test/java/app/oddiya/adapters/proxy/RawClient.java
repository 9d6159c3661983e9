package app.oddiya.adapters.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A client that sends what no decent client sends.
final class RawClient implements AutoCloseable {

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})");

  private final Socket socket;
  private final BufferedReader in;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    // A test that waits for what never comes fails instead of hanging.
    socket.setSoTimeout(20_000);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
  }

  /// Sends one request and gives back everything that comes until the connection ends.
  ///
  /// @param head request line and headers, one a line, without `Host` and `Connection`
  static Reply ask(int port, String head, String body) throws IOException {
    try (RawClient client = new RawClient(port)) {
      client.send(head(head + "Connection: close\n") + body);
      return client.reply();
    }
  }

  static Reply ask(int port, String head) throws IOException {
    return ask(port, head, "");
  }

  /// A whole head with the line ends of HTTP.
  static String head(String lines) {
    int afterRequestLine = lines.indexOf('\n') + 1;
    return (lines.substring(0, afterRequestLine)
            + "Host: localhost\n"
            + lines.substring(afterRequestLine)
            + "\n")
        .replace("\n", "\r\n");
  }

  void send(String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  /// Sends bytes and gives back everything that comes until the connection ends. A connection that
  /// is closed while there is still something to be sent or read counts as ended.
  String everythingAfter(String bytes) throws IOException {
    StringBuilder all = new StringBuilder();
    try {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      for (int c = in.read(); c >= 0; c = in.read()) {
        all.append((char) c);
      }
    } catch (SocketException reset) {
      // Whatever came before it has been read.
    }
    return all.toString();
  }

  /// Says the same a few times a second, and gives back everything that comes until the connection
  /// ends.
  String everythingWhileSaying(String beginning, String again) throws IOException {
    StringBuilder all = new StringBuilder();
    send(beginning);
    socket.setSoTimeout(50);
    try {
      for (int c = 0; c >= 0; c = readOrSay(again)) {
        if (c > 0) {
          all.append((char) c);
        }
      }
    } catch (SocketException closed) {
      // Whatever came before that has been read.
    }
    return all.toString();
  }

  /// 0 if nothing came.
  private int readOrSay(String again) throws IOException {
    try {
      return in.read();
    } catch (SocketTimeoutException nothing) {
      send(again);
      return 0;
    }
  }

  /// The status codes of the answers in what came.
  static List<Integer> statuses(String answers) {
    return STATUS_LINE
        .matcher(answers)
        .results()
        .map(line -> Integer.valueOf(line.group(1)))
        .toList();
  }

  /// Whether a header says where a body ends.
  static boolean isFraming(String header) {
    return header.matches("(?i)(Content-Length|Transfer-Encoding):.*");
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /// The next line, empty at the end of the connection.
  Optional<String> line() throws IOException {
    return Optional.ofNullable(in.readLine());
  }

  /// Reads on until a line has been seen.
  void await(String expected) throws IOException {
    for (Optional<String> line = line(); !line.equals(Optional.of(expected)); line = line()) {
      if (line.isEmpty()) {
        throw new AssertionError("the connection ended before: " + expected);
      }
    }
  }

  Reply reply() throws IOException {
    String status = line().orElse("nothing");
    List<String> headers = new ArrayList<>();
    for (Optional<String> line = line(); line.isPresent(); line = line()) {
      if (line.get().isEmpty()) {
        break;
      }
      headers.add(line.get());
    }
    StringBuilder body = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      body.append((char) c);
    }
    return new Reply(status, headers, body.toString());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /// @param statusLine `nothing` if the connection ended without a word
  record Reply(String statusLine, List<String> headers, String body) {

    int status() {
      return Integer.parseInt(statusLine.split(" ", 3)[1]);
    }

    List<String> header(String name) {
      String prefix = name + ": ";
      return headers.stream()
          .filter(line -> line.regionMatches(true, 0, prefix, 0, prefix.length()))
          .map(line -> line.substring(prefix.length()))
          .toList();
    }
  }
}
