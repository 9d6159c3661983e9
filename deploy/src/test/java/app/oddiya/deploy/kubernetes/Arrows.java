package app.oddiya.deploy.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The tables of `arrows.md`, read: every flow that they allow.
final class Arrows {

  /// In the order of their ports.
  static final List<String> SERVICES =
      List.of("gateway", "auth", "user", "plan", "llm-agent", "video", "video-worker");

  private static final List<String> MIGRATIONS =
      List.of("user-migration", "plan-migration", "video-migration");

  private static final Set<String> OUTSIDE =
      Set.of(
          "S3",
          "SQS",
          "SNS",
          "Bedrock",
          "Kakao",
          "OpenWeatherMap",
          "ExchangeRate-API",
          "TourAPI",
          "Google",
          "Apple");

  private static final Map<String, Integer> REDIS =
      Map.of("redis-sessions", 6379, "redis-cache", 6380);

  /// A comma or semicolon outside of parentheses.
  private static final Pattern BETWEEN_NAMES = Pattern.compile("[,;]\\s*(?![^(]*\\))");

  private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\|.*");

  private Arrows() {}

  static Set<Flow> read() {
    Set<Flow> flows = new TreeSet<>();
    for (List<String> row : rows()) {
      for (String from : names(row.get(0))) {
        for (String to : names(row.get(1))) {
          for (String caller : callers(from)) {
            flows.addAll(flows(caller, to));
          }
        }
      }
    }
    return flows;
  }

  /// Caller and callee of each row.
  static List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Checkout.read(Checkout.manifests().resolve("arrows.md")).lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.matches() && !row.group(1).equals("caller")) {
        rows.add(List.of(row.group(1).strip(), row.group(2).strip()));
      }
    }
    return rows;
  }

  private static List<String> names(String cell) {
    return BETWEEN_NAMES.splitAsStream(cell).toList();
  }

  private static List<String> callers(String name) {
    return switch (name) {
      case "every service" -> SERVICES;
      case "migrations" -> MIGRATIONS;
      case "worker" -> List.of("video-worker");
      case "metrics collector" -> List.of("collector");
      case "ingress", "load balancer" -> List.of(name);
      default -> {
        if (!SERVICES.contains(name)) {
          throw new AssertionError("an unknown caller: " + name);
        }
        yield List.of(name);
      }
    };
  }

  private static List<Flow> flows(String from, String to) {
    if (OUTSIDE.contains(to)) {
      return List.of(Flow.tcp(from, "outside", 443));
    }
    if (to.startsWith("Redis ")) {
      return redis(to).map(store -> Flow.tcp(from, store, REDIS.getOrDefault(store, 0))).toList();
    }
    return switch (to) {
      case "PostgreSQL" -> List.of(Flow.tcp(from, "postgres", 5432));
      case "OTLP collector" -> List.of(Flow.tcp(from, "collector", 4318));
      case "DNS" -> List.of(Flow.tcp(from, "dns", 53), new Flow(from, "dns", "UDP", 53));
      case "ingress" -> List.of(Flow.tcp(from, to, 8000), Flow.tcp(from, to, 8001));
      case "every service's private port" ->
          SERVICES.stream().map(service -> Flow.tcp(from, service, port(service) + 1000)).toList();
      default -> List.of(Flow.tcp(from, to, port(to)));
    };
  }

  private static Stream<String> redis(String name) {
    String which = name.substring(name.indexOf('(') + 1, name.indexOf(')'));
    return names(which).stream().map(part -> "redis-" + part.replaceFirst(" .*", ""));
  }

  /// For callers; `docs/configuration.md` has the same.
  static int port(String service) {
    int index = SERVICES.indexOf(service);
    if (index < 0) {
      throw new AssertionError("an unknown callee: " + service);
    }
    return 8080 + index;
  }
}
