package app.oddiya.apps.video;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsModule;
import app.oddiya.adapters.aws.video.VideoAwsConfig;
import app.oddiya.adapters.aws.video.VideoAwsModule;
import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.InternalTokens;
import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.memory.identity.MemoryTokenSigner;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.apps.stores.junit.S3Extension;
import app.oddiya.apps.stores.junit.SqsExtension;
import app.oddiya.domain.identity.session.VerificationKey;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.JobQueue;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The video service on real stores, beside a plan service that knows one plan, as its users see
/// it.
final class RunningVideo implements AutoCloseable {

  static final UserId PLANNER = new UserId(1_000_001);

  private static final InstantSource CLOCK = InstantSource.system();
  private static final String NOWHERE = "http://127.0.0.1:1";

  private final MemoryTokenSigner issuer = new MemoryTokenSigner();
  private final Map<String, RSAKey> siblings = Map.of("user", key(), "plan", key());
  private final HttpServer neighbours;
  private final RunningService service;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// What is not there.
  enum Missing {
    NOTHING(""),
    S3("ODDIYA_S3_ENDPOINT"),
    SQS("ODDIYA_SQS_ENDPOINT"),
    PLAN("ODDIYA_PLAN_URL");

    private final String variable;

    Missing(String variable) {
      this.variable = variable;
    }
  }

  /// @param folder for keys
  RunningVideo(Stores stores, Path folder, Missing missing) throws IOException, JOSEException {
    neighbours = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    neighbours.createContext("/jwks", exchange -> answer(exchange, 200, published(issuer)));
    neighbours.createContext("/internal/plans/", RunningVideo::plan);
    neighbours.start();
    Path key = Files.writeString(folder.resolve("video.jwk"), key().toJSONString());
    String callers =
        siblings.entrySet().stream()
            .map(
                sibling ->
                    "\"%s\":%s"
                        .formatted(sibling.getKey(), new JWKSet(sibling.getValue().toPublicJWK())))
            .collect(Collectors.joining(",", "{", "}"));
    Path keys = Files.writeString(folder.resolve("internal-keys.json"), callers);
    Map<String, String> environment = new HashMap<>(stores.environment());
    environment.put("ODDIYA_VIDEO_PORT", "0");
    environment.put("ODDIYA_VIDEO_PRIVATE_PORT", "0");
    environment.put("ODDIYA_ISSUER", "memory");
    environment.put("ODDIYA_JWKS_URL", neighbour() + "/jwks");
    environment.put("ODDIYA_PLAN_URL", neighbour());
    environment.put("ODDIYA_VIDEO_INTERNAL_KEY", key.toString());
    environment.put("ODDIYA_INTERNAL_KEYS", keys.toString());
    if (missing != Missing.NOTHING) {
      environment.put(missing.variable, NOWHERE);
    }
    service = Main.start(environment);
  }

  /// The stores of one test class.
  record Stores(PostgresExtension postgres, S3Extension s3, SqsExtension sqs) {

    Map<String, String> environment() {
      return Map.of(
          "ODDIYA_DATABASE_URL", postgres.jdbcUrl(),
          "ODDIYA_VIDEO_DATABASE_USER", postgres.user("video_service"),
          "ODDIYA_VIDEO_DATABASE_PASSWORD", postgres.password("video_service"),
          "ODDIYA_AWS_REGION", s3.region(),
          "ODDIYA_AWS_ACCESS_KEY_ID", s3.accessKeyId(),
          "ODDIYA_AWS_SECRET_ACCESS_KEY", s3.secretAccessKey(),
          "ODDIYA_S3_ENDPOINT", s3.endpoint().toString(),
          "ODDIYA_BUCKET", s3.bucket(),
          "ODDIYA_SQS_ENDPOINT", sqs.endpoint().toString(),
          "ODDIYA_VIDEO_QUEUE", sqs.queue());
    }

    /// Where the workers would listen.
    JobQueue queue() {
      var clients =
          AwsModule.clients(
              new AwsConfig(
                  sqs.region(),
                  Optional.of(new AwsConfig.Keys(sqs.accessKeyId(), sqs.secretAccessKey())),
                  Optional.empty(),
                  Optional.of(sqs.endpoint()),
                  Optional.empty()));
      return VideoAwsModule.jobQueue(
          new VideoAwsConfig(s3.bucket(), sqs.queue(), ""), AwsModule.sqs(clients), CLOCK);
    }
  }

  private String neighbour() {
    return "http://127.0.0.1:" + neighbours.getAddress().getPort();
  }

  private static void plan(HttpExchange exchange) throws IOException {
    boolean known =
        exchange.getRequestURI().getPath().equals("/internal/plans/7")
            && exchange.getRequestHeaders().containsKey("Oddiya-Internal-Token")
            && exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ");
    String plan =
        """
        {"id":"7","title":"부산","language":"ko","startDate":"2026-11-14","endDate":"2026-11-14",
         "days":[{"date":"2026-11-14","stops":[]}]}""";
    answer(exchange, known ? 200 : 404, known ? plan : "{}");
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static RSAKey key() throws JOSEException {
    return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
  }

  private static String published(MemoryTokenSigner signer) {
    VerificationKey key = signer.keys(Instant.EPOCH).getFirst();
    return new JWKSet(
            new RSAKey.Builder(Base64URL.encode(key.modulus()), Base64URL.encode(key.exponent()))
                .keyID(key.id())
                .build())
        .toString();
  }

  /// What a sibling is answered.
  Answer calledBy(String sibling, Call call) {
    String key = Objects.requireNonNull(siblings.get(sibling), sibling).toJSONString();
    try (ServiceClients clients =
        ServiceClients.signing(InternalTokens.of(sibling, key, CLOCK), CLOCK)) {
      return clients
          .to("video", URI.create("http://127.0.0.1:" + service.port()))
          .send(call, Deadline.in(Duration.ofSeconds(20), CLOCK));
    }
  }

  HttpRequest.Builder as(UserId user, String path) {
    String token = issuer.sign(user, CLOCK.instant()).value();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + token);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(UserId user, String path) {
    return send(as(user, path).GET());
  }

  HttpResponse<String> post(UserId user, String path, String json) {
    return send(posting(user, path, json));
  }

  private HttpRequest.Builder posting(UserId user, String path, String json) {
    return as(user, path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  /// An order for a film.
  HttpResponse<String> order(UserId user, UUID key, String json) {
    return send(posting(user, "/api/v1/videos", json).header("Idempotency-Key", key.toString()));
  }

  /// Asks for a permission to upload, and uses it.
  ///
  /// @return the `fileUrl`
  String uploaded(UserId user) {
    byte[] content = ("photo of " + user).getBytes(UTF_8);
    JsonNode upload = permitted(user, content.length);
    HttpRequest.Builder put =
        HttpRequest.newBuilder(URI.create(upload.path("url").asString()))
            .timeout(Duration.ofSeconds(60))
            .method(upload.path("method").asString(), BodyPublishers.ofByteArray(content));
    upload
        .path("headers")
        .properties()
        .forEach(header -> put.header(header.getKey(), header.getValue().asString()));
    HttpResponse<String> stored = send(put);
    if (stored.statusCode() != 200) {
      throw new AssertionError(stored + " " + stored.body());
    }
    return upload.path("fileUrl").asString();
  }

  JsonNode permitted(UserId user, int bytes) {
    String files =
        """
        {"files":[{"kind":"photo","contentType":"image/jpeg","bytes":%d}]}"""
            .formatted(bytes);
    return parsed(post(user, "/api/v1/videos/uploads", files)).path("uploads").path(0);
  }

  static JsonNode parsed(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  @Override
  public void close() {
    service.stop();
    http.close();
    neighbours.stop(0);
  }
}
