package app.oddiya.apps.stores.rogue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A provider of OpenID Connect on loopback that does as a provider should, until a test has one of
/// its doors do something else. Whoever comes to its sign-in page is signed in.
public final class RogueProvider implements AutoCloseable {

  /// Where it can be asked.
  public enum Door {
    DISCOVERY("/.well-known/openid-configuration"),
    KEYS("/keys"),
    AUTHORIZE("/authorize"),
    TOKEN("/token"),
    REVOKE("/revoke"),

    /// Where nobody has a reason to come; it gives the keys of [#stranger()] to whoever does.
    ELSEWHERE("/elsewhere");

    private final String path;

    Door(String path) {
      this.path = path;
    }
  }

  /// A sign-in for which a code was given.
  private record Granted(
      String client, String redirect, String nonce, String challenge, String subject) {}

  private static final InstantSource CLOCK = InstantSource.system();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Granted> granted = new ConcurrentHashMap<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> revocations = new CopyOnWriteArrayList<>();
  private final ForgedKey stranger = ForgedKey.rsa("stranger");
  private final ForgedKey first = ForgedKey.rsa("first");
  private volatile ForgedKey key = first;
  private volatile Map<Door, Reply> replies = Map.of();
  private volatile UnaryOperator<String> said = UnaryOperator.identity();
  private volatile @Nullable Lie lie;
  private volatile CountDownLatch silence = new CountDownLatch(1);

  private RogueProvider(HttpServer server) {
    this.server = server;
  }

  public static RogueProvider start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var provider = new RogueProvider(server);
      server.setExecutor(provider.threads);
      server.createContext("/", provider::answer);
      server.start();
      return provider;
    } catch (IOException e) {
      throw new IllegalStateException("no port on loopback", e);
    }
  }

  public URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public URI at(Door door) {
    return URI.create(issuer() + door.path);
  }

  /// The key that it signs with and publishes.
  public ForgedKey key() {
    return key;
  }

  /// Signs with a new key from now on, and publishes it and no other.
  public void rotate() {
    key = ForgedKey.rsa("rotated-" + UUID.randomUUID());
  }

  /// Goes back to the key that it had at first.
  public void rotateBack() {
    key = first;
  }

  /// A key of the same kind that it has never published.
  public ForgedKey stranger() {
    return stranger;
  }

  /// Has one door do something else.
  public void has(Door door, Reply reply) {
    var changed = new EnumMap<Door, Reply>(Door.class);
    changed.putAll(replies);
    changed.put(door, reply);
    replies = changed;
  }

  /// Has it put a lie into every ID token.
  public void tells(Lie one) {
    lie = one;
  }

  /// Has it change the text of every good token answer.
  public void says(UnaryOperator<String> change) {
    said = change;
  }

  /// Does as a provider should again, and lets go of whoever waits for it.
  public void behave() {
    replies = Map.of();
    said = UnaryOperator.identity();
    lie = null;
    silence.countDown();
    silence = new CountDownLatch(1);
    heard.clear();
  }

  /// Never answers.
  public Reply silent() {
    CountDownLatch until = silence;
    return exchange -> awaitUninterrupted(until);
  }

  /// Answers with one blank after the other.
  public Reply dripping() {
    CountDownLatch until = silence;
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      while (!isOver(until)) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
      }
    };
  }

  /// How often a door was asked since it last behaved.
  public long heardAt(Door door) {
    return heard.stream().filter(door.path::equals).count();
  }

  /// An ID token as it should be.
  ///
  /// @param subject what it calls the person
  public ForgedToken idToken(String audience, String nonce, String subject) {
    Instant now = CLOCK.instant();
    return new ForgedToken(key)
        .claim("iss", issuer().toString())
        .claim("aud", audience)
        .claim("sub", subject)
        .claim("nonce", nonce)
        .claim("iat", now.getEpochSecond())
        .claim("exp", now.plusSeconds(600).getEpochSecond());
  }

  /// What a phone's own sign-in gives beside the ID token.
  ///
  /// @param client the app on the phone
  /// @return a code that is good once, without a redirect or a verifier
  public String codeOnPhone(String client, String subject) {
    String code = UUID.randomUUID().toString();
    granted.put(code, new Granted(client, "", "", "", subject));
    return code;
  }

  /// What it was asked to revoke, the parameters of each request.
  public List<Map<String, String>> revocations() {
    return List.copyOf(revocations);
  }

  /// Its discovery document, with some other value for one member.
  ///
  /// @param value as it stands in a URL
  public Reply discoveryWith(String member, String value) {
    String honest = discovery();
    return Reply.json(
        honest.replaceFirst(
            "\"" + member + "\":\"[^\"]*\"", "\"" + member + "\":\"" + value + "\""));
  }

  /// Its discovery document without one member.
  public Reply discoveryWithout(String member) {
    return Reply.json(discovery().replaceFirst("\"" + member + "\":\"[^\"]*\",", ""));
  }

  /// A set of keys, as JSON.
  public static String keySet(ForgedKey... keys) {
    return Arrays.stream(keys)
        .map(ForgedKey::jwk)
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    heard.add(path);
    Door door =
        Stream.of(Door.values())
            .filter(candidate -> candidate.path.equals(path))
            .findFirst()
            .orElse(Door.ELSEWHERE);
    Reply other = replies.get(door);
    Reply reply = other == null ? asItShould(door) : other;
    try (exchange) {
      reply.give(exchange);
    }
  }

  private Reply asItShould(Door door) {
    return switch (door) {
      case DISCOVERY -> Reply.json(discovery());
      case KEYS -> Reply.json(keySet(key));
      case AUTHORIZE -> this::authorize;
      case TOKEN -> this::token;
      case REVOKE -> this::revoke;
      case ELSEWHERE -> Reply.json(keySet(stranger));
    };
  }

  private String discovery() {
    return """
        {"issuer":"%s","authorization_endpoint":"%s","token_endpoint":"%s","jwks_uri":"%s",\
        "revocation_endpoint":"%s",\
        "subject_types_supported":["public"],"response_types_supported":["code"],\
        "id_token_signing_alg_values_supported":["RS256"]}"""
        .formatted(issuer(), at(Door.AUTHORIZE), at(Door.TOKEN), at(Door.KEYS), at(Door.REVOKE));
  }

  /// Always by redirect: what a form post would carry is the same.
  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
    Map<String, String> typed = parameters(body(exchange));
    String code = UUID.randomUUID().toString();
    granted.put(
        code,
        new Granted(
            asked.getOrDefault("client_id", ""),
            asked.getOrDefault("redirect_uri", ""),
            asked.getOrDefault("nonce", ""),
            asked.getOrDefault("code_challenge", ""),
            typed.getOrDefault("username", "somebody")));
    Reply.redirect(
            302,
            URI.create(
                asked.get("redirect_uri")
                    + "?code="
                    + code
                    + "&state="
                    + URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8)))
        .give(exchange);
  }

  /// RFC 6749, section 4.1.3, and RFC 7636, section 4.6: a code is good once, for who has it from
  /// here and holds the verifier.
  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(body(exchange));
    Granted grant = granted.remove(asked.getOrDefault("code", ""));
    if (grant == null
        || !grant.redirect.equals(asked.getOrDefault("redirect_uri", ""))
        || !grant.client.equals(asked.get("client_id"))
        || !grant.challenge.equals(challenge(asked.get("code_verifier")))) {
      Reply.of(400, "application/json", "{\"error\":\"invalid_grant\"}").give(exchange);
      return;
    }
    ForgedToken honest = idToken(grant.client, grant.nonce, grant.subject);
    Lie told = lie;
    String idToken = told == null ? honest.compact() : told.told(honest, this);
    Reply.json(
            said.apply(
                """
                {"access_token":"a","token_type":"Bearer","expires_in":3600,\
                "refresh_token":"refresh-%s","id_token":"%s"}"""
                    .formatted(UUID.randomUUID(), idToken)))
        .give(exchange);
  }

  /// RFC 7009: content with whatever it is told.
  private void revoke(HttpExchange exchange) throws IOException {
    revocations.add(parameters(body(exchange)));
    Reply.of(200, "application/json", "").give(exchange);
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> parameters(@Nullable String form) {
    return form == null || form.isEmpty()
        ? Map.of()
        : Arrays.stream(form.split("&", -1))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static String challenge(@Nullable String verifier) {
    if (verifier == null) {
      return "";
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void awaitUninterrupted(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isOver(CountDownLatch until) {
    try {
      return until.await(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    silence.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
