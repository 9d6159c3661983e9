package app.oddiya.apps.bench.store;

import app.oddiya.apps.bench.AccessTokenSet;
import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.Subject;
import app.oddiya.apps.stores.Ports;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The plan service, started as anybody starts it: `./oddiya run plan`; and beside it llm-agent,
/// which it asks, and who publishes the keys of access tokens.
record PlanService(
    Subject subject, int privatePort, Subject agent, HttpServer keys, AccessTokenSet tokens)
    implements AutoCloseable {

  static PlanService start(Bench bench, PlanStore store) throws IOException {
    AccessTokenSet tokens = AccessTokenSet.of((int) PlanStore.TRAVELLER.value());
    HttpServer keys = tokens.publish();
    try {
      RSAKey internal = key();
      Path folder = store.home().keys();
      Path mine = Files.writeString(folder.resolve("plan.json"), internal.toJSONString());
      Path everybodys =
          Files.writeString(
              folder.resolve("internal.json"),
              "{\"plan\":%s}".formatted(new JWKSet(internal).toString(true)));
      Map<String, String> environment = new HashMap<>();
      environment.put("ODDIYA_PUBLIC_URL", AccessTokenSet.ISSUER);
      environment.put("ODDIYA_JWKS_URL", AccessTokenSet.address(keys));
      environment.put("ODDIYA_INTERNAL_KEYS", everybodys.toString());
      int agentPort = Ports.free();
      Subject agent = agent(bench, agentPort, environment);
      int port = Ports.free();
      int privatePort = Ports.free();
      environment.put("ODDIYA_PLAN_PORT", Integer.toString(port));
      environment.put("ODDIYA_PLAN_PRIVATE_PORT", Integer.toString(privatePort));
      environment.put("ODDIYA_LLM_AGENT_URL", "http://127.0.0.1:" + agentPort);
      environment.put("ODDIYA_PLAN_INTERNAL_KEY", mine.toString());
      environment.put("ODDIYA_DATABASE_URL", store.url());
      environment.put("ODDIYA_PLAN_DATABASE_PASSWORD", store.password());
      Subject subject =
          orClose(
              agent,
              () ->
                  Subject.start(
                      bench,
                      new Subject.Order(
                          "plan service",
                          port,
                          "/api/v1/plans",
                          List.of("bash", bench.script().toString(), "run", "plan"),
                          environment,
                          tokens.tokens().getLast())));
      return new PlanService(subject, privatePort, agent, keys, tokens);
    } catch (IOException | RuntimeException e) {
      keys.stop(0);
      throw e;
    }
  }

  /// Without any provider's key and without Redis.
  private static Subject agent(Bench bench, int port, Map<String, String> common) {
    int privatePort = Ports.free();
    Map<String, String> environment = new HashMap<>(common);
    environment.put("ODDIYA_LLM_AGENT_PORT", Integer.toString(port));
    environment.put("ODDIYA_LLM_AGENT_PRIVATE_PORT", Integer.toString(privatePort));
    environment.put("ODDIYA_REDIS_CACHE_URL", "redis://127.0.0.1:" + Ports.free());
    return Subject.start(
        bench,
        new Subject.Order(
            "llm-agent",
            privatePort,
            "/readyz",
            List.of("bash", bench.script().toString(), "run", "llm-agent"),
            environment,
            ""));
  }

  private static Subject orClose(Subject started, Supplier<Subject> next) {
    try {
      return next.get();
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new BenchFailure("no RSA key", e);
    }
  }

  String token() {
    return tokens.tokens().getLast();
  }

  InetSocketAddress privateAddress() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), privatePort);
  }

  @Override
  public void close() {
    subject.close();
    agent.close();
    keys.stop(0);
  }
}
