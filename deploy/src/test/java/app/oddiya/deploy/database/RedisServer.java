package app.oddiya.deploy.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.oddiya.apps.stores.ChildProcess;
import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Redis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A Redis set up by one of the files of `deploy/database`, but for paths, the port and the
/// address; with one more user, who may ask for its settings.
final class RedisServer implements AutoCloseable {

  static final String PASSWORD = "password-of-a-test-run";
  static final String WATCHER = "watcher";

  private final ChildProcess process;
  private final int port;
  private final Path certificate;
  private final SSLContext trusting;

  private RedisServer(ChildProcess process, int port, Path certificate, SSLContext trusting) {
    this.certificate = certificate;
    this.process = process;
    this.port = port;
    this.trusting = trusting;
  }

  static RedisServer start(Path folder, String file) throws Exception {
    Certificate tls = Certificate.make(folder);
    int port = Ports.free();
    String hash = hash(PASSWORD);
    Path acl =
        Files.writeString(
            folder.resolve("redis.acl"),
            Files.readString(Repository.database("redis.acl")).replace("@password-sha256@", hash)
                + "user %s on #%s +@all\n".formatted(WATCHER, hash));
    Path data = Files.createDirectory(folder.resolve("data"));
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(Repository.database(file))) {
      lines.add(
          switch (line.split(" ", 2)[0]) {
            case "bind" -> "bind 127.0.0.1";
            case "tls-port" -> "tls-port " + port;
            case "tls-cert-file" -> "tls-cert-file " + tls.certificate();
            case "tls-key-file" -> "tls-key-file " + tls.key();
            case "aclfile" -> "aclfile " + acl;
            case "dir" -> "dir " + data;
            default -> line;
          });
    }
    Path settings = Files.write(folder.resolve(file), lines);
    ChildProcess process =
        ChildProcess.start(
            new Home(folder.resolve("home")),
            new ChildProcess.Order(
                "redis",
                List.of(Redis.program().toString(), settings.toString()),
                Map.of(),
                "Ready to accept connections",
                "TERM",
                Duration.ofSeconds(60)));
    return new RedisServer(process, port, tls.certificate(), trusting(tls));
  }

  private static String hash(String password) throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(password.getBytes(UTF_8)));
  }

  private static SSLContext trusting(Certificate tls) throws GeneralSecurityException, IOException {
    KeyStore server = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(tls.keyStore())) {
      server.load(in, Certificate.PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", server.getCertificate("server"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /// How services are told of it.
  URI url() {
    return URI.create("rediss://oddiya:%s@127.0.0.1:%d".formatted(PASSWORD, port));
  }

  /// PEM.
  Path certificate() {
    return certificate;
  }

  /// What a user is answered, in the lines of the protocol.
  ///
  /// @param user nobody in particular if it is empty
  List<String> ask(String user, String command) throws IOException {
    try (Socket socket =
        trusting.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      String sign = user.isEmpty() ? "" : "AUTH %s %s\r\n".formatted(user, PASSWORD);
      socket.getOutputStream().write((sign + command + "\r\nQUIT\r\n").getBytes(UTF_8));
      var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      List<String> lines = new ArrayList<>(answers.lines().toList());
      if (!user.isEmpty() && !lines.removeFirst().equals("+OK")) {
        throw new AssertionError("cannot sign in as " + user);
      }
      return lines.subList(0, lines.size() - 1);
    }
  }

  /// Whether it speaks to somebody who speaks in the clear.
  boolean speaksPlainly() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write("PING\r\n".getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8).contains("PONG");
    } catch (SocketException hungUp) {
      return false;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
