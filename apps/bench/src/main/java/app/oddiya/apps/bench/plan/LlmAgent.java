package app.oddiya.apps.bench.plan;

import app.oddiya.apps.bench.AccessTokenSet;
import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.LinuxProcess;
import app.oddiya.apps.stores.ChildProcess;
import app.oddiya.apps.stores.Ports;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// llm-agent as it is deployed, a process of its own without any provider's key, asked over HTTP as
/// the plan service asks it.
final class LlmAgent implements AutoCloseable {

  private static final String CALLER = "plan";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
  private static final double NANOS_A_MILLI = 1e6;

  private final ChildProcess process;
  private final HttpServer auth;
  private final AccessTokenSet tokens;
  private final RSAKey key;
  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();

  private LlmAgent(
      ChildProcess process, HttpServer auth, AccessTokenSet tokens, RSAKey key, URI address) {
    this.process = process;
    this.auth = auth;
    this.tokens = tokens;
    this.key = key;
    this.address = address;
  }

  /// What came of a request.
  ///
  /// @param firstEventMillis from the request to the first event of the stream
  /// @param millis to the last one
  /// @param last the draft, or the problem
  record Result(boolean drafted, JsonNode last, double firstEventMillis, double millis) {}

  /// @param more of its environment: who is asked beside the catalogue
  static LlmAgent start(Bench bench, Path folder, Map<String, String> more) {
    try {
      AccessTokenSet tokens = AccessTokenSet.of(1);
      RSAKey key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
      Path keys = Files.createDirectories(folder).resolve("internal-keys.json");
      Files.writeString(
          keys, "{\"%s\": %s}".formatted(CALLER, new JWKSet(key.toPublicJWK()).toString()));
      HttpServer auth = tokens.publish();
      int port = Ports.free();
      Map<String, String> environment = new HashMap<>(more);
      environment.put("ODDIYA_LLM_AGENT_PORT", Integer.toString(port));
      environment.put("ODDIYA_LLM_AGENT_PRIVATE_PORT", Integer.toString(Ports.free()));
      environment.put("ODDIYA_PUBLIC_URL", AccessTokenSet.ISSUER);
      environment.put("ODDIYA_JWKS_URL", AccessTokenSet.address(auth));
      environment.put("ODDIYA_INTERNAL_KEYS", keys.toString());
      environment.putIfAbsent("ODDIYA_REDIS_CACHE_URL", "redis://127.0.0.1:" + Ports.free());
      ChildProcess process =
          bench.launch(
              "llm-agent",
              List.of("bash", bench.script().toString(), "run", "llm-agent"),
              environment);
      LlmAgent agent =
          new LlmAgent(
              process,
              auth,
              tokens,
              key,
              URI.create("http://127.0.0.1:" + port + "/internal/plan-generations"));
      agent.awaitAnswer(bench.output("llm-agent"));
      return agent;
    } catch (IOException | JOSEException e) {
      throw new BenchFailure("llm-agent cannot be set up: " + e.getMessage(), e);
    }
  }

  private void awaitAnswer(Path output) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String last = "nothing";
    try {
      while (System.nanoTime() < end && !process.ended().isDone()) {
        try {
          var answer = client.send(request("{}"), HttpResponse.BodyHandlers.ofString());
          if (answer.statusCode() == 400) {
            return;
          }
          last = answer.statusCode() + " " + answer.body();
        } catch (IOException notYet) {
          last = notYet.toString();
        }
        Thread.sleep(BETWEEN_TRIES);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
    close();
    throw new BenchFailure("llm-agent does not serve: " + last + "\n" + Bench.end(output));
  }

  /// Asks for a plan and reads its stream to the end.
  Result generate(JsonNode body) {
    HttpRequest request = request(body.toString());
    long begin = System.nanoTime();
    try {
      HttpResponse<Stream<String>> answer =
          client.send(request, HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = answer.body()) {
        return read(lines.iterator(), begin);
      }
    } catch (IOException e) {
      throw new BenchFailure("llm-agent does not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
  }

  private static Result read(Iterator<String> lines, long begin) {
    double first = 0;
    String event = "";
    StringBuilder all = new StringBuilder();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("event:")) {
        event = line.substring("event:".length()).strip();
        first = first == 0 ? since(begin) : first;
      } else if (line.startsWith("data:") && (event.equals("draft") || event.equals("error"))) {
        JsonNode last = JsonMapper.shared().readTree(line.substring("data:".length()));
        return new Result(event.equals("draft"), last, first, since(begin));
      } else {
        all.append(line);
      }
    }
    throw new BenchFailure("a stream without an end: " + all);
  }

  /// What its process has used so far.
  double cpuSeconds() {
    return new LinuxProcess(process.pid()).cpuSeconds();
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / NANOS_A_MILLI;
  }

  private HttpRequest request(String body) {
    return HttpRequest.newBuilder(address)
        .header("Authorization", "Bearer " + tokens.first())
        .header("Oddiya-Internal-Token", internalToken())
        .header("Content-Type", "application/json")
        .header("Accept", "text/event-stream")
        .timeout(PATIENCE)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private String internalToken() {
    Instant now = Instant.now();
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("oddiya-internal+jwt"))
                .keyID(key.getKeyID())
                .build(),
            new JWTClaimsSet.Builder()
                .issuer(CALLER)
                .audience("llm-agent")
                .subject("1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build());
    try {
      jwt.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java signs RS256", e);
    }
    return jwt.serialize();
  }

  @Override
  public void close() {
    client.close();
    process.close();
    auth.stop(0);
  }
}
