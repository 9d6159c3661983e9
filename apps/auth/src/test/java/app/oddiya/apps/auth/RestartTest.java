package app.oddiya.apps.auth;

import static app.oddiya.apps.auth.AppOnAPhone.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Redis;
import app.oddiya.apps.stores.rogue.RogueProvider;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is known of refresh tokens outlives the processes that know it, auth's own and Redis, which
/// are killed as a power failure would.
class RestartTest {

  @Test
  void refreshFamiliesOutliveAuthAndRedis(@TempDir Path folder)
      throws IOException, JOSEException, InterruptedException {
    Home home = new Home(Files.createDirectory(folder.resolve("home")));
    int port = Ports.free();
    try (var google = RogueProvider.start();
        var userService = UserServiceStandIn.start()) {
      Map<String, String> environment =
          Settled.environment(
              folder,
              google.issuer(),
              google.issuer(),
              "redis://127.0.0.1:" + port,
              userService.url());
      Redis redis = Redis.start(home, "sessions", Redis.Use.SESSIONS, port);
      AuthProcess auth = AuthProcess.start(home, "auth", environment);
      Known known = Known.of(auth.app());

      killed(auth.process().pid());
      killed(Long.parseLong(Files.readAllLines(home.run().resolve("sessions.pid")).getFirst()));
      auth.close();
      redis.close();
      try (Redis _ = Redis.start(home, "sessions", Redis.Use.SESSIONS, port);
          AuthProcess again = AuthProcess.start(home, "auth", environment)) {
        known.assertStillKnownTo(again.app());
      }
    }
  }

  /// @param current never used
  /// @param spent exchanged just before
  /// @param successor what it was exchanged for
  /// @param ancestor exchanged, and its successor too
  /// @param orphan the current token of the ancestor's family
  /// @param revoked signed out
  private record Known(
      String current,
      String spent,
      String successor,
      String ancestor,
      String orphan,
      String revoked) {

    static Known of(AppOnAPhone app) {
      String ancestor = signedIn(app);
      String orphan = refreshed(app, refreshed(app, ancestor));
      String revoked = signedIn(app);
      app.postForm("/oauth2/revoke", Map.of("token", revoked));
      String current = signedIn(app);
      String spent = signedIn(app);
      return new Known(current, spent, refreshed(app, spent), ancestor, orphan, revoked);
    }

    void assertStillKnownTo(AppOnAPhone app) {
      assertRefused(app.refresh(revoked));
      assertThat(refreshed(app, current)).isNotEmpty();
      // The grace may be over by now; whichever it is, nobody gets a second successor.
      HttpResponse<String> retried = app.refresh(spent);
      if (retried.statusCode() == 200) {
        assertThat(json(retried).path("refresh_token").asString()).isEqualTo(successor);
      } else {
        assertRefused(app.refresh(successor));
      }
      assertRefused(app.refresh(ancestor));
      assertRefused(app.refresh(orphan));
    }
  }

  private static String signedIn(AppOnAPhone app) {
    return app.signedIn(UUID.randomUUID().toString()).path("refreshToken").asString();
  }

  private static String refreshed(AppOnAPhone app, String token) {
    HttpResponse<String> answer = app.refresh(token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).path("refresh_token").asString();
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).path("error").asString()).isEqualTo("invalid_grant");
  }

  private static void killed(long pid) throws InterruptedException {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    assertThat(
            process
                .onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .handle((_, late) -> late == null)
                .join())
        .isTrue();
  }
}
