package app.oddiya.apps.bench.gateway;

import app.oddiya.apps.bench.AccessTokenSet;
import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.Subject;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Redis;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Our gateway, started as anybody starts it: `./oddiya run gateway`.
final class OurGateway {

  /// A third of a thousand requests a second for each of the users: all are counted, in Redis too,
  /// and none is refused.
  private static final String QUOTA = "20000/1m";

  private static final Set<String> FITTED =
      Set.of("-Xmn", "-XX:MetaspaceSize=", "-XX:ReservedCodeCacheSize=");

  private OurGateway() {}

  /// @param upstream stands for every service
  /// @param cache where the rate limits are shared
  static Subject start(Bench bench, Subject upstream, Redis cache, AccessTokenSet tokens) {
    int port = Ports.free();
    String service = "http://127.0.0.1:" + upstream.port();
    Map<String, String> environment =
        Map.of(
            "ODDIYA_GATEWAY_PORT",
            Integer.toString(port),
            "ODDIYA_GATEWAY_PRIVATE_PORT",
            Integer.toString(Ports.free()),
            "ODDIYA_PUBLIC_URL",
            AccessTokenSet.ISSUER,
            "ODDIYA_AUTH_URL",
            service,
            "ODDIYA_USER_URL",
            service,
            "ODDIYA_PLAN_URL",
            service,
            "ODDIYA_VIDEO_URL",
            service,
            "ODDIYA_REDIS_CACHE_URL",
            cache.url().toString(),
            "ODDIYA_GATEWAY_LIMIT_USER",
            QUOTA);
    return Subject.start(
        bench,
        new Subject.Order(
            "gateway",
            port,
            Requests.PATH,
            List.of("bash", bench.script().toString(), "run", "gateway"),
            environment,
            tokens.first()));
  }

  /// The options of its JVM, for a peer to have the same: all but those that are fitted to our own
  /// code and would be too tight for a larger one.
  static List<String> jvmOptions(Subject gateway) {
    List<String> words = gateway.usage().commandLine();
    return words.subList(1, words.indexOf("-cp")).stream()
        .filter(word -> FITTED.stream().noneMatch(word::startsWith))
        .toList();
  }
}
