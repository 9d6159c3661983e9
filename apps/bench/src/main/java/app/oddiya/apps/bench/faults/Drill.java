package app.oddiya.apps.bench.faults;

import app.oddiya.adapters.aws.AwsClients;
import app.oddiya.adapters.aws.AwsModule;
import app.oddiya.apps.bench.AccessTokenSet;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.stores.ChildProcess;
import app.oddiya.apps.stores.DatabaseServer;
import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Postgres;
import app.oddiya.apps.stores.S3;
import app.oddiya.apps.stores.Secrets;
import app.oddiya.apps.stores.Sns;
import app.oddiya.apps.stores.Sqs;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The video side as it is deployed, each part a process: the service, workers, PostgreSQL, SQS, S3
/// and SNS, with a [Gate] before each store; and what can be done to them.
final class Drill implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String DATABASE = "oddiya";
  private static final String BUCKET = "oddiya-media";
  private static final String QUEUE = "oddiya-video-jobs";

  private final Home home;
  private final Secrets secrets;
  private final AccessTokenSet tokens;
  private final boolean makesFilms;
  private final HttpServer auth;
  private final int servicePort = Ports.free();
  private final int postgresPort = Ports.free();
  private final Sqs sqs;
  private final S3 s3;
  private final Sns sns;
  private final Map<String, Gate> gates = new TreeMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<Integer, ChildProcess> workers = new ConcurrentSkipListMap<>();
  private final AwsClients clients;
  private Postgres postgres;
  private ChildProcess service;

  /// @param plan how many have access tokens, and whether films are really made
  /// @param speed how much faster than the world's the clock of workers runs
  /// @param filmMillis what the rendering of a film takes
  Drill(Home home, Faults.Plan plan, int speed, int filmMillis) {
    this.home = home;
    secrets = Secrets.in(home);
    tokens = AccessTokenSet.of(plan.users());
    makesFilms = plan.realFilms() > 0;
    postgres = startedPostgres();
    DatabaseServer server = postgres.server();
    server.makeRoles(
        DatabaseServer.SCHEMAS.stream().collect(Collectors.toMap(role -> role, secrets::of)));
    server.makeDatabase(DATABASE);
    int sqsPort = Ports.free();
    sqs = Sqs.start(home, sqsPort, List.of(QUEUE));
    int s3Port = Ports.free();
    s3 =
        S3.start(
            home, s3Port, BUCKET, secrets.of("aws-access-key-id"), secrets.of("aws-secret-key"));
    sns = Sns.start(home, Ports.free());
    gates.put("database", Gate.before(postgresPort));
    gates.put("queue", Gate.before(sqsPort));
    gates.put("photos", Gate.before(s3Port));
    try {
      auth = tokens.publish();
      environment(speed, filmMillis);
      clients = AwsModule.clients(DrillWorker.aws(environment));
      environment.put("DRILL_PHONE_ARN", phone());
      service = startedService();
    } catch (IOException | JOSEException e) {
      throw new BenchFailure("the drill cannot be set up: " + e.getMessage(), e);
    }
  }

  private Postgres startedPostgres() {
    return Postgres.start(
        home, postgresPort, Postgres.Durability.KEPT, secrets.of(Postgres.SUPERUSER));
  }

  private void environment(int speed, int filmMillis) throws IOException, JOSEException {
    Path keys = Files.createDirectories(home.keys());
    RSAKey key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
    Path own = Files.writeString(keys.resolve("video.jwk"), key.toJSONString());
    Path others =
        Files.writeString(
            keys.resolve("internal-keys.json"),
            "{\"user\":%s,\"plan\":%s}"
                .formatted(new JWKSet(key.toPublicJWK()), new JWKSet(key.toPublicJWK())));
    environment.put(
        "ODDIYA_DATABASE_URL",
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port("database"), DATABASE));
    environment.put("ODDIYA_VIDEO_DATABASE_USER", "video_service");
    environment.put("ODDIYA_VIDEO_DATABASE_PASSWORD", secrets.of("video_service"));
    environment.put("ODDIYA_AWS_REGION", "ap-northeast-2");
    environment.put("ODDIYA_AWS_ACCESS_KEY_ID", secrets.of("aws-access-key-id"));
    environment.put("ODDIYA_AWS_SECRET_ACCESS_KEY", secrets.of("aws-secret-key"));
    environment.put("ODDIYA_S3_ENDPOINT", "http://127.0.0.1:" + port("photos"));
    environment.put("ODDIYA_SQS_ENDPOINT", "http://127.0.0.1:" + port("queue"));
    environment.put("ODDIYA_SNS_ENDPOINT", sns.endpoint().toString());
    environment.put("ODDIYA_BUCKET", BUCKET);
    environment.put("ODDIYA_VIDEO_QUEUE", QUEUE);
    environment.put("ODDIYA_EVENTS_TOPIC_ARN", Sns.eventsTopicArn());
    environment.put("ODDIYA_VIDEO_PORT", Integer.toString(servicePort));
    environment.put("ODDIYA_VIDEO_PRIVATE_PORT", Integer.toString(Ports.free()));
    environment.put("ODDIYA_BIND", "127.0.0.1");
    environment.put("ODDIYA_ISSUER", AccessTokenSet.ISSUER);
    environment.put("ODDIYA_JWKS_URL", AccessTokenSet.address(auth));
    environment.put("ODDIYA_VIDEO_INTERNAL_KEY", own.toString());
    environment.put("ODDIYA_INTERNAL_KEYS", others.toString());
    environment.put("ODDIYA_VIDEO_JOBS_AT_ONCE", "100000");
    environment.put("ODDIYA_VIDEO_WORKER_FOLDER", home.root().resolve("work").toString());
    environment.put("ODDIYA_VIDEO_WORKER_CACHE", home.root().resolve("cache").toString());
    environment.put("DRILL_SPEED", Integer.toString(speed));
    environment.put("DRILL_BEGAN", Long.toString(System.currentTimeMillis()));
    environment.put("DRILL_FILM_MILLIS", Integer.toString(filmMillis));
  }

  private int port(String store) {
    return gate(store).port();
  }

  /// @param store `database`, `queue` or `photos`
  Gate gate(String store) {
    Gate gate = gates.get(store);
    if (gate == null) {
      throw new IllegalArgumentException("store: " + store + " (expected: " + gates.keySet() + ")");
    }
    return gate;
  }

  private String phone() {
    return AwsModule.sns(clients)
        .createPlatformEndpoint(
            create -> create.platformApplicationArn(Sns.fcmArn()).token("drill-phone"))
        .endpointArn();
  }

  URI service() {
    return URI.create("http://127.0.0.1:" + servicePort);
  }

  AccessTokenSet tokens() {
    return tokens;
  }

  private ChildProcess startedService() {
    return started("video", "app.oddiya.apps.video.Main", "service_started");
  }

  /// Starts workers 0..n-1, side by side.
  void startWorkers(int count) {
    IntStream.range(0, count).parallel().forEach(this::startWorker);
  }

  void startWorker(int number) {
    workers.put(
        number, started("worker-" + number, DrillWorker.class.getName(), DrillWorker.READY));
  }

  private ChildProcess started(String name, String main, String ready) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                makesFilms ? "-Xmx192m" : "-Xmx96m",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED"));
    if (!makesFilms) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    return ChildProcess.start(
        home, new ChildProcess.Order(name, command, environment, ready, "TERM", PATIENCE));
  }

  List<Integer> workers() {
    return List.copyOf(workers.keySet());
  }

  /// SIGKILL.
  void killWorker(int number) {
    ChildProcess worker = taken(number);
    signal(worker, "KILL");
    worker.close();
  }

  /// SIGTERM, and waits for the end.
  void stopWorker(int number) {
    taken(number).close();
  }

  void suspendWorker(int number) {
    signal(running(number), "STOP");
  }

  void resumeWorker(int number) {
    signal(running(number), "CONT");
  }

  void killService() {
    signal(service, "KILL");
    service.close();
    service = startedService();
  }

  void restartDatabase() {
    postgres.close();
    postgres = startedPostgres();
  }

  private ChildProcess running(int number) {
    ChildProcess worker = workers.get(number);
    if (worker == null) {
      throw new IllegalArgumentException("worker: " + number + " (expected: one that runs)");
    }
    return worker;
  }

  private ChildProcess taken(int number) {
    ChildProcess worker = running(number);
    workers.remove(number);
    return worker;
  }

  private static void signal(ChildProcess process, String signal) {
    try {
      new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
  }

  /// A number that a query counts.
  int count(String query) {
    try (Connection connection = connected();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new BenchFailure("the database refuses: " + e.getMessage(), e);
    }
  }

  /// Jobs that have not ended, and messages that nobody was told.
  int unfinished() {
    return count(
        """
        select (select count(*) from video_service.video_jobs where due_at is not null)
             + (select count(*) from video_service.outbox)
        """);
  }

  /// Whether nothing is left to be swept for the first time.
  boolean isSwept() {
    return count("select count(*) from video_service.leftovers where sweep_at = '-infinity'") == 0;
  }

  private Connection connected() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgresPort, DATABASE),
        "video_service",
        secrets.of("video_service"));
  }

  Ledger.Found found() {
    return new Ledger.Found(rows(), objects(), told());
  }

  private Map<String, Ledger.Row> rows() {
    Map<String, Ledger.Row> rows = new HashMap<>();
    try (Connection connection = connected();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select
                  id, idempotency_key, status, coalesce(video_url, ''),
                  coalesce(outcome #>> '{failure,code}', '')
                from video_service.video_jobs
                """)) {
      while (row.next()) {
        rows.put(
            row.getString(1),
            new Ledger.Row(
                UUID.fromString(row.getString(2)),
                row.getString(3),
                row.getString(4).replace("s3://" + BUCKET + "/", ""),
                row.getString(5)));
      }
      return rows;
    } catch (SQLException e) {
      throw new BenchFailure("the database refuses: " + e.getMessage(), e);
    }
  }

  private List<String> objects() {
    return AwsModule.s3(clients)
        .listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix("films/"))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }

  private Map<String, List<String>> told() {
    Map<String, List<String>> told = new HashMap<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(sns.published()).timeout(PATIENCE).build();
      String lines = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      for (String line : lines.lines().toList()) {
        JsonNode message = JsonMapper.shared().readTree(line).path("message");
        boolean toPhone = !message.path("token").stringValue("").isEmpty();
        JsonNode ended = ended(message.path("payload").stringValue(""));
        told.computeIfAbsent(ended.path("jobId").stringValue(""), _ -> new ArrayList<>())
            .add((toPhone ? "phone " : "topic ") + ended.path("status").stringValue(""));
      }
      return told;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
  }

  /// The event itself, which a push wraps in what its platform wants.
  private static JsonNode ended(String payload) {
    JsonNode whole = JsonMapper.shared().readTree(payload);
    JsonNode parent = whole.findParent("jobId");
    return parent == null ? whole : parent;
  }

  @Override
  public void close() {
    for (ChildProcess worker : workers.values()) {
      signal(worker, "CONT");
      worker.close();
    }
    service.close();
    clients.close();
    gates.values().forEach(Gate::close);
    auth.stop(0);
    sns.close();
    s3.close();
    sqs.close();
    postgres.close();
  }
}
