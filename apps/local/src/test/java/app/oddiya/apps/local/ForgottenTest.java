package app.oddiya.apps.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.local.trip.FilmWait;
import app.oddiya.apps.local.trip.FilmWish;
import app.oddiya.apps.local.trip.Phone;
import app.oddiya.apps.local.trip.Photo;
import app.oddiya.apps.local.trip.Traveller;
import app.oddiya.apps.stores.Ports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Somebody uses all there is, takes it along, and is forgotten, though everything is killed with
/// -9 the moment that was promised. Then every store and every log is looked through for them.
class ForgottenTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// So that an id is found nowhere by chance: the first is one more.
  private static final long IDS = 7_305_118_000_000L;

  /// Where the traveller stays; no log may say it.
  private static final String LATITUDE = "35.8356127";

  private final String pushToken = UUID.randomUUID().toString().replace("-", "");

  @Test
  void nothingIsLeftOfThemButTombstonesAndNoLogEverNamedThem(@TempDir Path folder)
      throws Exception {
    Map<String, String> talkative = Map.of("ODDIYA_LOG_LEVEL", "DEBUG");
    try (var up = new UpProcess(folder, Ports.free(), talkative)) {
      up.awaitUp();
      comeAndGo(up, folder);
    }
  }

  private void comeAndGo(UpProcess up, Path folder) throws Exception {
    Map<String, String> settings = settings(up.home());
    countIdsFrom(settings);
    Traveller traveller = TripWish.stranger("google");
    List<String> secrets = new ArrayList<>(List.of(traveller.email(), pushToken, LATITUDE));
    String id;
    try (Phone phone = new Phone(up.gateway(), line -> {})) {
      phone.signIn(traveller);
      id = phone.me().path("id").stringValue("");
      assertThat(id).isEqualTo(Long.toString(IDS + 1));
      use(phone, folder);
      secrets.addAll(List.of(phone.accessToken(), phone.refreshToken()));
      List<String> traces = List.of(id, traveller.email(), traveller.subject(), pushToken);
      assertThat(left(settings, up.home(), traces))
          .as("the search finds them")
          .hasSizeGreaterThan(4);
      assertThat(entriesOf(ask(up, phone, "GET", "/users/me/export")))
          .contains("profile.json", "devices.json", "sessions/sessions.json", "plans/plans.json")
          .contains("videos/jobs.json")
          .anyMatch(name -> name.startsWith("videos/uploads/"));

      assertThat(ask(up, phone, "DELETE", "/users/me").statusCode()).isEqualTo(202);
      up.killAndStart();

      Map<String, String> now = settings(up.home());
      awaitNothing(now, up.home(), traces);
      assertThat(ask(up, phone, "GET", "/users/me").statusCode()).isEqualTo(404);
      assertThat(ask(up, phone, "DELETE", "/users/me").body())
          .asString()
          .contains("account_deleted");
    }
    try (Phone again = new Phone(up.gateway(), line -> {})) {
      again.signIn(traveller);
      assertThat(again.me().path("id").stringValue("")).isNotEqualTo(id);
      secrets.addAll(List.of(again.accessToken(), again.refreshToken()));
    }
    assertThat(logged(up.home(), secrets)).isEmpty();
  }

  /// A plan, a device, two files and a job of them.
  private void use(Phone phone, Path folder) throws IOException {
    ObjectNode wish = TripWish.twoDays();
    wish.putObject("lodging")
        .putObject("position")
        .put("lat", Double.parseDouble(LATITUDE))
        .put("lng", 129.2194718);
    JsonNode plan = phone.generatePlan(wish, (event, data) -> {});
    phone.registerDevice("my-phone", "android", pushToken);
    Path file = Files.writeString(folder.resolve("no-photo.jpg"), "no photo");
    Photo photo = Photo.of(file).orElseThrow();
    List<String> uploads = phone.upload(List.of(photo, photo), done -> {});
    String job =
        phone.requestFilm(
            new FilmWish(uploads, plan.path("id").stringValue(""), "Ours", 15), UUID.randomUUID());
    FilmWait.until(
        phone, job, PATIENCE, seen -> seen.path("status").stringValue("").equals("FAILED"));
  }

  private static HttpResponse<byte[]> ask(UpProcess up, Phone phone, String method, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(up.gateway().resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + phone.accessToken())
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static List<String> entriesOf(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(200);
    List<String> names = new ArrayList<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  private static void awaitNothing(Map<String, String> settings, Path home, List<String> traces)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    List<String> left = left(settings, home, traces);
    while (!left.isEmpty() && System.nanoTime() < end) {
      boolean _ = new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
      left = left(settings, home, traces);
    }
    assertThat(left).isEmpty();
  }

  /// Everything in any store that holds one of `traces`, but for the tombstones.
  private static List<String> left(Map<String, String> settings, Path home, List<String> traces)
      throws Exception {
    List<String> everything = new ArrayList<>();
    for (String service : List.of("USER", "PLAN", "VIDEO")) {
      everything.addAll(rows(settings, service));
    }
    for (String redis : List.of("ODDIYA_REDIS_SESSIONS_URL", "ODDIYA_REDIS_CACHE_URL")) {
      everything.addAll(keys(URI.create(settings.get(redis))));
    }
    everything.addAll(files(home.resolve("data").resolve("s3")));
    everything.addAll(files(home.resolve("data").resolve("sqs")));
    everything.addAll(files(home.resolve("data").resolve("sns").resolve("registry.json")));
    return everything.stream()
        .filter(each -> traces.stream().anyMatch(each::contains))
        .filter(each -> !each.startsWith("tombstones ") && !each.startsWith("deleted:"))
        .toList();
  }

  /// Every row of every table of a service, behind the table's name.
  private static List<String> rows(Map<String, String> settings, String service)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect(settings, service);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery(
              "select tablename from pg_tables where schemaname = '%s_service'"
                  .formatted(service.toLowerCase(Locale.ROOT)))) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      assertThat(tables).contains("tombstones");
      for (String table : tables) {
        try (ResultSet row =
            statement.executeQuery("select each::text from %s each".formatted(table))) {
          while (row.next()) {
            rows.add(table + " " + row.getString(1));
          }
        }
      }
    }
    return rows;
  }

  private static Connection connect(Map<String, String> settings, String service)
      throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            settings.get("ODDIYA_DATABASE_URL"),
            settings.get("ODDIYA_" + service + "_DATABASE_USER"),
            settings.get("ODDIYA_" + service + "_DATABASE_PASSWORD"));
    connection.setSchema(service.toLowerCase(Locale.ROOT) + "_service");
    return connection;
  }

  private static void countIdsFrom(Map<String, String> settings) throws SQLException {
    try (Connection connection = connect(settings, "USER");
        Statement statement = connection.createStatement()) {
      statement.execute("select setval('users_id_seq', " + IDS + ")");
    }
  }

  /// Every key of a Redis with what it holds, as `key = value`.
  private static List<String> keys(URI redis) throws IOException {
    String script =
        """
        local all = {}
        for _, key in ipairs(redis.call('KEYS', '*')) do
          local kind = redis.call('TYPE', key).ok
          local value = ''
          if kind == 'string' then value = redis.call('GET', key)
          elseif kind == 'hash' then value = table.concat(redis.call('HGETALL', key), ' ')
          elseif kind == 'set' then value = table.concat(redis.call('SMEMBERS', key), ' ')
          elseif kind == 'zset' then value = table.concat(redis.call('ZRANGE', key, 0, -1), ' ')
          elseif kind == 'list' then value = table.concat(redis.call('LRANGE', key, 0, -1), ' ')
          end
          all[#all + 1] = key .. ' = ' .. value
        end
        return table.concat(all, '\\n---\\n')
        """;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.getPort())) {
      String command =
          "*3\r\n$4\r\nEVAL\r\n$%d\r\n%s\r\n$1\r\n0\r\n".formatted(script.length(), script);
      socket.getOutputStream().write(command.getBytes(ISO_8859_1));
      StringBuilder length = new StringBuilder();
      for (int c = socket.getInputStream().read(); c != '\n'; c = socket.getInputStream().read()) {
        length.append((char) c);
      }
      assertThat(length).startsWith("$");
      int bytes = Integer.parseInt(length.substring(1).strip());
      String all = new String(socket.getInputStream().readNBytes(bytes), ISO_8859_1);
      return List.of(all.split("\n---\n", -1));
    }
  }

  /// Every file below a folder, or the one, with its name and content.
  private static List<String> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(ForgottenTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return file + " " + Files.readString(file, ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lines of any log that hold one of `secrets`.
  private static List<String> logged(Path home, List<String> secrets) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String log : files(home.resolve("logs"))) {
      log.lines().filter(line -> secrets.stream().anyMatch(line::contains)).forEach(lines::add);
    }
    return lines;
  }

  /// What the services were told, which `up` leaves in a file for a shell.
  private static Map<String, String> settings(Path home) throws IOException {
    Map<String, String> settings = new TreeMap<>();
    for (String line : Files.readAllLines(home.resolve("run").resolve("environment"), UTF_8)) {
      int equals = line.indexOf("='");
      settings.put(line.substring(0, equals), line.substring(equals + 2, line.length() - 1));
    }
    return settings;
  }
}
