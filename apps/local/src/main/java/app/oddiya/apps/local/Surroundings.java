package app.oddiya.apps.local;

import app.oddiya.apps.stores.DatabaseServer;
import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Secrets;
import app.oddiya.apps.stores.Sns;
import app.oddiya.apps.stores.StorePorts;
import app.oddiya.apps.stores.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the services find around them: the environment variables that point them at the embedded
/// stores and at each other. What the user has set wins, and a store that nobody is pointed at is
/// not started.
final class Surroundings {

  static final Stores.Names NAMES = new Stores.Names("oddiya", "oddiya-media", "oddiya-video-jobs");

  /// Services that others call by address.
  private static final List<ServiceName> CALLED =
      List.of(
          ServiceName.AUTH,
          ServiceName.USER,
          ServiceName.PLAN,
          ServiceName.LLM_AGENT,
          ServiceName.VIDEO);

  private static final Map<Stores.Kind, Set<String>> REPLACED_BY =
      Map.of(
          Stores.Kind.POSTGRES, Set.of("ODDIYA_DATABASE_URL"),
          Stores.Kind.SESSIONS, Set.of("ODDIYA_REDIS_SESSIONS_URL"),
          Stores.Kind.CACHE, Set.of("ODDIYA_REDIS_CACHE_URL"),
          Stores.Kind.SQS, Set.of("ODDIYA_SQS_ENDPOINT"),
          Stores.Kind.S3, Set.of("ODDIYA_S3_ENDPOINT"),
          Stores.Kind.OPENID, Set.of("ODDIYA_GOOGLE_ISSUER", "ODDIYA_APPLE_ISSUER"),
          Stores.Kind.SNS, Set.of("ODDIYA_SNS_ENDPOINT"));

  private static final Map<String, String> SHARED_SECRETS =
      Map.of(
          "ODDIYA_AWS_ACCESS_KEY_ID", "aws-access-key-id",
          "ODDIYA_AWS_SECRET_ACCESS_KEY", "aws-secret-access-key");

  private final Home home;
  private final Secrets secrets;
  private final StorePorts stores;
  private final ServicePorts services;
  private final Map<String, String> given;

  Surroundings(
      Home home,
      Secrets secrets,
      StorePorts stores,
      ServicePorts services,
      Map<String, String> userEnvironment) {
    this.home = home;
    this.secrets = secrets;
    this.stores = stores;
    this.services = services;
    this.given = new TreeMap<>(userEnvironment);
    given.entrySet().removeIf(e -> !isOurs(e.getKey()) || e.getValue().isBlank());
  }

  /// Where traces are collected is named as everywhere.
  private static boolean isOurs(String variable) {
    return variable.startsWith("ODDIYA_") || variable.equals("OTEL_EXPORTER_OTLP_ENDPOINT");
  }

  /// Secrets of the user's that the embedded stores have to know as well, by the name they have
  /// there.
  static Map<String, String> knownToStores(Map<String, String> userEnvironment) {
    Map<String, String> known = new TreeMap<>();
    SHARED_SECRETS.forEach(
        (variable, name) -> {
          String value = userEnvironment.getOrDefault(variable, "");
          if (!value.isBlank()) {
            known.put(name, value);
          }
        });
    return known;
  }

  /// The stores that nothing in the user's environment replaces.
  List<Stores.Kind> storesNeeded() {
    List<Stores.Kind> needed = new ArrayList<>();
    for (Stores.Kind kind : Stores.Kind.values()) {
      if (!given.keySet().containsAll(REPLACED_BY.getOrDefault(kind, Set.of()))) {
        needed.add(kind);
      }
    }
    return needed;
  }

  /// The whole environment of the services.
  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    services(environment);
    keys(environment);
    stores(environment);
    providers(environment);
    limits(environment);
    environment.putAll(given);
    addresses(environment);
    return environment;
  }

  private void services(Map<String, String> environment) {
    environment.put("ODDIYA_BIND", "127.0.0.1");
    environment.put("ODDIYA_VIDEO_WORKER_FOLDER", home.root().resolve("work").toString());
    services
        .open()
        .forEach((name, port) -> environment.put(name.variable("PORT"), port.toString()));
    services
        .hidden()
        .forEach((name, port) -> environment.put(name.variable("PRIVATE_PORT"), port.toString()));
  }

  private void keys(Map<String, String> environment) {
    Keys keys = new Keys(home.keys());
    environment.put("ODDIYA_SIGNING_KEYS", keys.signing().toString());
    environment.put("ODDIYA_PROVIDER_TOKEN_KEYS", keys.providerTokens().toString());
    for (ServiceName service : ServiceName.values()) {
      environment.put(service.variable("INTERNAL_KEY"), keys.internal(service).toString());
    }
    environment.put("ODDIYA_INTERNAL_KEYS", keys.internalPublic().toString());
  }

  private void stores(Map<String, String> environment) {
    environment.put(
        "ODDIYA_DATABASE_URL",
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(stores.postgres(), NAMES.database()));
    for (String role : DatabaseServer.SCHEMAS) {
      String owner = role.substring(0, role.indexOf('_')).toUpperCase(Locale.ROOT);
      environment.put("ODDIYA_" + owner + "_DATABASE_USER", role);
      environment.put("ODDIYA_" + owner + "_DATABASE_PASSWORD", secrets.of(role));
    }
    environment.put("ODDIYA_REDIS_SESSIONS_URL", "redis://127.0.0.1:" + stores.sessions());
    environment.put("ODDIYA_REDIS_CACHE_URL", "redis://127.0.0.1:" + stores.cache());
    environment.put("ODDIYA_AWS_REGION", "ap-northeast-2");
    environment.put("ODDIYA_AWS_ACCESS_KEY_ID", secrets.of("aws-access-key-id"));
    environment.put("ODDIYA_AWS_SECRET_ACCESS_KEY", secrets.of("aws-secret-access-key"));
    environment.put("ODDIYA_S3_ENDPOINT", loopback(stores.s3()));
    environment.put("ODDIYA_SQS_ENDPOINT", loopback(stores.sqs()));
    environment.put("ODDIYA_SNS_ENDPOINT", loopback(stores.sns()));
    environment.put("ODDIYA_BUCKET", NAMES.bucket());
    environment.put("ODDIYA_VIDEO_QUEUE", NAMES.queue());
    environment.put("ODDIYA_EVENTS_TOPIC_ARN", Sns.eventsTopicArn());
    environment.put("ODDIYA_SNS_APNS_ARN", Sns.apnsArn());
    environment.put("ODDIYA_SNS_FCM_ARN", Sns.fcmArn());
  }

  private void providers(Map<String, String> environment) {
    environment.put("ODDIYA_GOOGLE_ISSUER", loopback(stores.openId()) + "/google");
    environment.put("ODDIYA_GOOGLE_CLIENT_ID", "oddiya-local");
    environment.put("ODDIYA_GOOGLE_CLIENT_SECRET", secrets.of("google-client-secret"));
    environment.put("ODDIYA_APPLE_ISSUER", loopback(stores.openId()) + "/apple");
    environment.put("ODDIYA_APPLE_CLIENT_ID", "app.oddiya.local");
    environment.put("ODDIYA_APPLE_TEAM_ID", "ODDIYA1234");
    environment.put("ODDIYA_APPLE_KEY_ID", "LOCALKEY12");
    environment.put("ODDIYA_APPLE_PRIVATE_KEY", new Keys(home.keys()).apple().toString());
  }

  /// Everybody on this machine comes from one address, and whoever tries Oddiya out signs in as the
  /// same person again and again: usual limits would take them for an attack.
  private static void limits(Map<String, String> environment) {
    environment.put("ODDIYA_GATEWAY_LIMIT_SIGN_IN", "3000/1m");
    environment.put("ODDIYA_GATEWAY_LIMIT_USER", "6000/1m");
    environment.put("ODDIYA_GATEWAY_LIMIT_ANYONE", "6000/1m");
    environment.put("ODDIYA_GATEWAY_LIMIT_GENERATE", "600/10m");
    environment.put("ODDIYA_AUTH_LIMIT_ACCOUNT", "1000/10m");
    environment.put("ODDIYA_VIDEO_JOBS_AT_ONCE", "1000");
    environment.put("ODDIYA_VIDEO_MEGABYTES_A_DAY", "1000000");
  }

  /// What follows from the ports, the user's among them.
  private static void addresses(Map<String, String> environment) {
    for (ServiceName service : CALLED) {
      environment.putIfAbsent(
          service.variable("URL"), "http://127.0.0.1:" + environment.get(service.variable("PORT")));
    }
    environment.putIfAbsent(
        "ODDIYA_PUBLIC_URL",
        "http://localhost:" + environment.get(ServiceName.GATEWAY.variable("PORT")));
    environment.putIfAbsent("ODDIYA_ISSUER", environment.get("ODDIYA_PUBLIC_URL"));
    // The app on phones, and the page that the gateway serves.
    environment.putIfAbsent(
        "ODDIYA_APP_REDIRECT_URIS",
        "oddiya://auth/callback," + environment.get("ODDIYA_PUBLIC_URL") + "/app/auth/callback");
    // Photos go to S3 and films come from there; pictures of places come from anywhere.
    environment.putIfAbsent(
        "ODDIYA_WEB_MEDIA_ORIGINS", environment.get("ODDIYA_S3_ENDPOINT") + ",https:");
  }

  private static String loopback(int port) {
    return "http://127.0.0.1:" + port;
  }
}
