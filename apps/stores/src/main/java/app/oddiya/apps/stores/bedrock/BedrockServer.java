package app.oddiya.apps.stores.bedrock;

import app.oddiya.apps.stores.bedrock.Said.Refusal;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Bedrock's runtime on loopback. It answers from a script; a request that AWS would refuse is
/// refused as AWS does and kept as a [problem][#problems()], whatever the script says. Requests are
/// kept whole: it is made for hundreds of them, not for more.
public final class BedrockServer implements AutoCloseable {

  private static final Pattern PATH = Pattern.compile("/model/([^/]+)/(converse|converse-stream)");

  /// Signature version 4, for this service. Whether the signature is right is not looked at.
  private static final Pattern SIGNED =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=\\S+/\\d{8}/[a-z0-9-]+/bedrock/aws4_request, ?"
              + "SignedHeaders=\\S*host\\S*x-amz-date\\S*, ?Signature=[0-9a-f]{64}");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Function<Asked, Said>> script = new ConcurrentLinkedQueue<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final AtomicInteger left = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Function<Asked, Said> afterwards = this::unscripted;

  private BedrockServer(HttpServer server) {
    this.server = server;
  }

  public static BedrockServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var bedrock = new BedrockServer(server);
      server.setExecutor(bedrock.threads);
      server.createContext("/", bedrock::answer);
      server.start();
      return bedrock;
    } catch (IOException e) {
      throw new IllegalStateException("no port on loopback", e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// What it does next.
  public BedrockServer says(Said next) {
    return says(_ -> next);
  }

  /// What it does next, made of what it is asked.
  public BedrockServer says(Function<Asked, Said> next) {
    script.add(next);
    return this;
  }

  /// What it does whenever the script has ended.
  public BedrockServer thenAlways(Function<Asked, Said> always) {
    afterwards = always;
    return this;
  }

  public BedrockServer thenAlways(Said always) {
    return thenAlways(_ -> always);
  }

  /// Every request to a model's path, oldest first, refused ones too.
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /// What was wrong with requests, a line each; a test that ends with any has found a bug.
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /// How often somebody left while it was still answering. Who leaves silence is noticed only by
  /// those answers that write, so let a test of this have a [trickle][Said.How#TRICKLE].
  public int left() {
    return left.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Matcher path = PATH.matcher(exchange.getRequestURI().getRawPath());
      if (!path.matches() || !exchange.getRequestMethod().equals("POST")) {
        problems.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        new Wire(exchange, false, closed)
            .refuse(new Refusal(404, "UnknownOperationException", "no such operation"));
        return;
      }
      String authorization =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
      Asked request =
          new Asked(
              URLDecoder.decode(path.group(1), StandardCharsets.UTF_8),
              path.group(2).equals("converse-stream"),
              authorization,
              text,
              json(text));
      asked.add(request);
      Said said = reply(exchange, request);
      try {
        new Wire(exchange, request.streamed(), closed).give(said);
      } catch (IOException gone) {
        left.incrementAndGet();
      }
    }
  }

  private Said reply(HttpExchange exchange, Asked request) {
    Optional<String> problem = problem(exchange, request);
    if (problem.isPresent()) {
      problems.add(problem.get());
      return new Refusal(400, "ValidationException", problem.get());
    }
    Function<Asked, Said> next = script.poll();
    return (next == null ? afterwards : next).apply(request);
  }

  private static Optional<String> problem(HttpExchange exchange, Asked request) {
    if (!SIGNED.matcher(request.authorization()).matches()) {
      return Optional.of("Authorization: not a signature, version 4, for bedrock");
    }
    if (exchange.getRequestHeaders().getFirst("X-Amz-Date") == null) {
      return Optional.of("X-Amz-Date: missing");
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (!"application/json".equals(type)) {
      return Optional.of("Content-Type: " + type);
    }
    return Documented.problem(request.body());
  }

  private static JsonNode json(String text) {
    try {
      return Answers.JSON.readTree(text);
    } catch (JacksonException notJson) {
      return Answers.JSON.missingNode();
    }
  }

  private Said unscripted(Asked request) {
    problems.add("nobody scripted request " + asked.size());
    return new Refusal(400, "ValidationException", "nobody scripted this");
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
