package app.oddiya.apps.local;

import app.oddiya.apps.local.trip.Phone;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// People who read their profile and refresh their session in turns, round after round, and
/// somebody who tries a session that was revoked.
final class SessionLoad implements AutoCloseable {

  private static final int PEOPLE = 4;
  private static final int ROUNDS = 25;
  private static final int MOST_WAITS = 10;
  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(40);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper json = JsonMapper.builder().build();

  private final URI gateway;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();
  private final List<Session> people = new ArrayList<>();
  private final List<Session> leaving = new ArrayList<>();
  private final List<Session> revoked = new CopyOnWriteArrayList<>();
  private final AtomicReference<Period> period = new AtomicReference<>(new Period());
  private String firstAccess = "";
  private int turn;

  /// A signed-in person's tokens, as an app holds them: replaced when the answer is there.
  private static final class Session {

    private volatile String access;
    private volatile String refresh;

    Session(String access, String refresh) {
      this.access = access;
      this.refresh = refresh;
    }
  }

  /// How often each status was answered.
  record Seen(
      Map<Integer, Integer> reads,
      Map<Integer, Integer> refreshes,
      Map<Integer, Integer> ofTheRevoked) {

    Seen() {
      this(
          new ConcurrentSkipListMap<>(),
          new ConcurrentSkipListMap<>(),
          new ConcurrentSkipListMap<>());
    }

    Seen and(Seen other) {
      Seen both = new Seen();
      for (Seen one : List.of(this, other)) {
        one.reads.forEach((status, times) -> both.reads.merge(status, times, Integer::sum));
        one.refreshes.forEach((status, times) -> both.refreshes.merge(status, times, Integer::sum));
        one.ofTheRevoked.forEach(
            (status, times) -> both.ofTheRevoked.merge(status, times, Integer::sum));
      }
      return both;
    }

    boolean isCalm() {
      return refreshes.keySet().equals(Set.of(200));
    }
  }

  /// Some rounds, and what was seen in them.
  private static final class Period {

    private final CountDownLatch ended = new CountDownLatch(ROUNDS);
    private final Seen seen = new Seen();

    void note(Map<Integer, Integer> answers, int status) {
      answers.merge(status, 1, Integer::sum);
    }
  }

  SessionLoad(URI gateway) {
    this.gateway = gateway;
  }

  /// Everybody signs in, one person leaves again, and the rounds begin.
  void start() {
    for (int i = 0; i < PEOPLE; i++) {
      people.add(signedIn());
      leaving.add(signedIn());
    }
    firstAccess = people.getFirst().access;
    if (revokeOne() != 200) {
      throw new IllegalStateException("cannot sign out");
    }
    var _ =
        rounds.scheduleWithFixedDelay(
            this::round, 0, BETWEEN_ROUNDS.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Session signedIn() {
    try (Phone phone = new Phone(gateway, line -> {})) {
      phone.signIn(TripWish.stranger("google"));
      return new Session(phone.accessToken(), phone.refreshToken());
    }
  }

  /// Somebody signs out.
  ///
  /// @return what they were answered; they are out if it is 200
  int revokeOne() {
    Session session = leaving.getFirst();
    int status = send(form("/oauth2/revoke", "token=" + encoded(session.refresh))).statusCode();
    if (status == 200) {
      revoked.add(leaving.removeFirst());
    }
    return status;
  }

  /// One round: everybody reads, one refreshes, and one who has signed out tries to.
  private void round() {
    Period now = period.get();
    for (Session person : people) {
      now.note(now.seen.reads, read(person.access));
    }
    now.note(now.seen.refreshes, refresh(people.get(turn % people.size())));
    now.note(now.seen.ofTheRevoked, refresh(revoked.get(turn % revoked.size())));
    turn++;
    now.ended.countDown();
  }

  private int read(String access) {
    return send(to("/users/me").header("Authorization", "Bearer " + access)).statusCode();
  }

  /// Keeps the tokens that come; whoever gets none has the old ones, and tries those again.
  private int refresh(Session person) {
    HttpResponse<String> answer =
        send(
            form(
                "/oauth2/token",
                "grant_type=refresh_token&refresh_token=" + encoded(person.refresh)));
    if (answer.statusCode() == 200) {
      JsonNode tokens = json.readTree(answer.body());
      person.access = tokens.path("access_token").stringValue("");
      person.refresh = tokens.path("refresh_token").stringValue("");
    }
    return answer.statusCode();
  }

  private HttpRequest.Builder form(String path, String form) {
    return to(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// What is seen while `change` happens and in [#ROUNDS] whole rounds after it.
  Seen during(Runnable change) {
    Period during = new Period();
    period.set(during);
    change.run();
    Period after = new Period();
    period.set(after);
    await(after);
    return during.seen.and(after.seen);
  }

  /// What is seen until it is so, or at last when it never is.
  Seen until(BooleanSupplier isSo) {
    Seen seen = during(() -> {});
    for (int again = 0; again < MOST_WAITS && !isSo.getAsBoolean(); again++) {
      seen = seen.and(during(() -> {}));
    }
    return seen;
  }

  /// Goes on until everybody can refresh again, or at last when they never can.
  ///
  /// @return what is seen then
  Seen onceCalm() {
    Seen seen = during(() -> {});
    for (int again = 0; again < MOST_WAITS && !seen.isCalm(); again++) {
      seen = during(() -> {});
    }
    return seen;
  }

  /// The ids of the keys by which the access tokens of all people are signed.
  Set<String> signers() {
    return people.stream().map(person -> signer(person.access)).collect(Collectors.toSet());
  }

  private static String signer(String token) {
    try {
      return SignedJWT.parse(token).getHeader().getKeyID();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Reads with the first access token that anybody got.
  ///
  /// @return what is answered
  int firstAccess() {
    return read(firstAccess);
  }

  private void await(Period some) {
    try {
      if (!some.ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the rounds stand still");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    rounds.shutdownNow();
    http.close();
  }
}
