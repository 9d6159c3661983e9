package app.oddiya.apps.user;

import app.oddiya.adapters.http.InternalTokens;
import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.memory.identity.MemoryTokenSigner;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.apps.stores.junit.SnsExtension;
import app.oddiya.domain.identity.session.VerificationKey;
import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The user service on real stores, with siblings and users to call it.
final class RunningUser implements AutoCloseable {

  private static final InstantSource CLOCK = InstantSource.system();

  private final MemoryTokenSigner issuer = new MemoryTokenSigner();
  private final HttpServer jwks;
  private final Map<String, RSAKey> siblings;
  private final Map<String, ServiceClients> clients = new HashMap<>();
  private final Map<String, String> settings;
  private RunningService service;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningUser(HttpServer jwks, Map<String, RSAKey> siblings, Map<String, String> settings) {
    this.jwks = jwks;
    this.siblings = siblings;
    byte[] keys = published(issuer).getBytes(StandardCharsets.UTF_8);
    jwks.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    jwks.start();
    this.settings = settings;
    this.service = Main.start(settings);
  }

  static RunningUser start(PostgresExtension postgres, SnsExtension sns, Path folder)
      throws IOException, JOSEException {
    return start(postgres, sns, URI.create("http://127.0.0.1:1"), folder);
  }

  /// @param keepers where auth, plan and video listen, below their names
  static RunningUser start(PostgresExtension postgres, SnsExtension sns, URI keepers, Path folder)
      throws IOException, JOSEException {
    HttpServer jwks =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Map<String, RSAKey> siblings = Map.of("auth", key(), "video-worker", key(), "plan", key());
    return new RunningUser(
        jwks, siblings, settings(postgres, sns, jwks, siblings, keepers, folder));
  }

  private static Map<String, String> settings(
      PostgresExtension postgres,
      SnsExtension sns,
      HttpServer jwks,
      Map<String, RSAKey> siblings,
      URI keepers,
      Path folder)
      throws IOException, JOSEException {
    Path own = Files.writeString(folder.resolve("user.jwk"), key().toJSONString());
    StringBuilder callers = new StringBuilder();
    siblings.forEach(
        (name, key) ->
            callers
                .append(callers.isEmpty() ? "{" : ",")
                .append("\"%s\":%s".formatted(name, new JWKSet(key.toPublicJWK()))));
    Path keys = Files.writeString(folder.resolve("internal-keys.json"), callers.append("}"));
    return Map.ofEntries(
        Map.entry("ODDIYA_USER_PORT", "0"),
        Map.entry("ODDIYA_USER_PRIVATE_PORT", "0"),
        Map.entry("ODDIYA_ISSUER", "memory"),
        Map.entry("ODDIYA_JWKS_URL", "http://127.0.0.1:" + jwks.getAddress().getPort() + "/"),
        Map.entry("ODDIYA_INTERNAL_KEYS", keys.toString()),
        Map.entry("ODDIYA_USER_INTERNAL_KEY", own.toString()),
        Map.entry("ODDIYA_AUTH_URL", keepers + "/auth"),
        Map.entry("ODDIYA_PLAN_URL", keepers + "/plan"),
        Map.entry("ODDIYA_VIDEO_URL", keepers + "/video"),
        Map.entry("ODDIYA_DATABASE_URL", postgres.jdbcUrl()),
        Map.entry("ODDIYA_USER_DATABASE_USER", postgres.user("user_service")),
        Map.entry("ODDIYA_USER_DATABASE_PASSWORD", postgres.password("user_service")),
        Map.entry("ODDIYA_AWS_REGION", sns.region()),
        Map.entry("ODDIYA_AWS_ACCESS_KEY_ID", sns.accessKeyId()),
        Map.entry("ODDIYA_AWS_SECRET_ACCESS_KEY", sns.secretAccessKey()),
        Map.entry("ODDIYA_SNS_ENDPOINT", sns.endpoint().toString()),
        Map.entry("ODDIYA_SNS_APNS_ARN", sns.apnsArn()),
        Map.entry("ODDIYA_SNS_FCM_ARN", sns.fcmArn()));
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

  /// Stops it and starts another one in its place.
  void restart() {
    service.stop();
    clients.values().forEach(ServiceClients::close);
    clients.clear();
    service = Main.start(settings);
  }

  /// A second one beside it, on the same stores; whoever asks for it stops it.
  RunningService another() {
    return Main.start(settings);
  }

  /// A request to the private port.
  HttpRequest.Builder probe(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.privatePort() + path));
  }

  /// The service as a sibling calls it.
  ServiceClient calledBy(String sibling) {
    return clients
        .computeIfAbsent(
            sibling,
            name -> {
              String key = Objects.requireNonNull(siblings.get(name), name).toJSONString();
              return ServiceClients.signing(InternalTokens.of(name, key, CLOCK), CLOCK);
            })
        .to("user", url(""));
  }

  /// A request of a user.
  HttpRequest.Builder as(UserId user, String path) {
    return HttpRequest.newBuilder(url(path))
        .header("Authorization", "Bearer " + issuer.sign(user, CLOCK.instant()).value());
  }

  HttpRequest.Builder asNobody(String path) {
    return HttpRequest.newBuilder(url(path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    return http.send(request.build(), body);
  }

  static HttpRequest.Builder json(HttpRequest.Builder request, String method, String body) {
    return request
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body));
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + service.port() + path);
  }

  @Override
  public void close() {
    http.close();
    clients.values().forEach(ServiceClients::close);
    service.stop();
    jwks.stop(0);
  }
}
