package app.oddiya.apps.auth;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.auth.AppOnAPhone.Begun;
import app.oddiya.apps.stores.rogue.ForgedKey;
import app.oddiya.apps.stores.rogue.Reply;
import app.oddiya.apps.stores.rogue.RogueProvider;
import app.oddiya.apps.stores.rogue.RogueProvider.Door;
import app.oddiya.domain.testkit.story.Secrets;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Providers that fail, stall, break off, send too much, or send elsewhere.
class BrokenProviderTest extends RogueProviders {

  private static final long HUGE = 100L * 1024 * 1024;

  static Stream<Named<Reply>> faults() {
    return Stream.of(
        Named.of("500", Reply.of(500, "text/html", "<html>")),
        Named.of("503", Reply.of(503, "application/json", "{}")),
        Named.of("429", Reply.of(429, "application/json", "{\"error\":\"slow_down\"}")),
        Named.of("401", Reply.of(401, "application/json", "{\"error\":\"invalid_client\"}")),
        Named.of("400 of nothing", Reply.of(400, "application/json", "{}")),
        Named.of("404", Reply.of(404, "text/plain", "not here")),
        Named.of("204", Reply.of(204, "application/json", "")),
        Named.of("no body", Reply.json("")),
        Named.of("no JSON", Reply.json("<html>")),
        Named.of("half of JSON", Reply.json("{\"access_token\":\"a")),
        Named.of("an array", Reply.json("[]")),
        Named.of("deep JSON", Reply.json("[".repeat(100_000))),
        Named.of("no ID token", Reply.json("{\"access_token\":\"a\",\"token_type\":\"Bearer\"}")),
        Named.of("cut off", Reply.truncated(tokenAnswer("a.b.c"))));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aTokenEndpointThatBreaksIsAnOutage(Reply fault) throws IOException {
    google.has(Door.TOKEN, fault);

    assertDeclined("temporarily_unavailable", signIn(app));
  }

  @Test
  void nobodyListensToAnAnswerWithoutAnEnd() throws IOException {
    var sent = new AtomicLong();
    google.has(Door.TOKEN, Reply.huge(HUGE, sent));

    assertDeclined("temporarily_unavailable", signIn(app));
    // Our 256 KiB, and what the sockets between us hold.
    assertThat(sent.get()).isLessThan(HUGE / 5);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNotFollowed(int status) throws IOException {
    google.has(Door.TOKEN, Reply.redirect(status, google.at(Door.ELSEWHERE)));

    assertDeclined("temporarily_unavailable", signIn(app));
    assertThat(google.heardAt(Door.ELSEWHERE)).isZero();
  }

  @Test
  void aGoodTokenInAnAnswerThatIsNotOneIsNotTaken() throws IOException {
    for (String type : List.of("text/html", "text/plain", "application/x-www-form-urlencoded")) {
      Begun begun = app.begin("google");
      google.has(Door.TOKEN, Reply.of(200, type, goodAnswer(google, begun)));

      assertDeclined("temporarily_unavailable", back(app, begun, "any"));
    }
  }

  @Test
  void anAnswerThatSaysSomethingTwiceIsNotTaken() throws IOException {
    google.says(answer -> answer.replaceFirst("\\{", "{\"id_token\":\"a.b.c\","));

    assertDeclined("temporarily_unavailable", signIn(app));
  }

  @Test
  void nobodyWaitsLongerThanTheCallerDoes() throws IOException {
    for (Reply stalled : List.of(google.silent(), google.dripping())) {
      Begun begun = app.begin("google");
      String code = app.signInAtProvider(begun, "somebody");
      google.has(Door.TOKEN, stalled);

      assertDeclined(
          "temporarily_unavailable",
          app.send(
              impatient(
                  app.request(
                      "/oauth2/callback/google?code=" + code + "&state=" + begun.state()))));
    }
  }

  /// What a provider does instead, told by itself.
  interface Faulty {
    Reply of(RogueProvider provider);
  }

  static Stream<Named<Faulty>> brokenKeys() {
    return Stream.of(
        Named.of("500", it -> Reply.of(500, "text/html", "<html>")),
        Named.of("none", it -> Reply.json("{\"keys\":[]}")),
        Named.of("another kind", it -> Reply.json(RogueProvider.keySet(ForgedKey.ec("current")))),
        Named.of("no set", it -> Reply.json("[]")),
        Named.of("no JSON", it -> Reply.json("<html>")),
        Named.of("100 MB", it -> Reply.huge(HUGE, new AtomicLong())),
        Named.of("redirect", it -> Reply.redirect(302, it.at(Door.ELSEWHERE))),
        Named.of("silence", RogueProvider::silent),
        Named.of("drips", RogueProvider::dripping));
  }

  @ParameterizedTest
  @MethodSource("brokenKeys")
  void aProviderWithoutKeysIsAnOutageUntilItHasThem(Faulty fault) throws IOException {
    RunningService fresh = startAnother();
    try (var phone = new AppOnAPhone(fresh.port())) {
      google.has(Door.KEYS, fault.of(google));
      Begun begun = phone.begin("google");
      String code = phone.signInAtProvider(begun, "somebody");

      assertDeclined(
          "temporarily_unavailable",
          phone.send(
              impatient(
                  phone.request(
                      "/oauth2/callback/google?code=" + code + "&state=" + begun.state()))));
      assertUnavailable(
          phone.send(
              impatient(
                  exchangeRequest(phone, google.idToken(APP, nonce(), "somebody").compact()))));
      assertThat(google.heardAt(Door.ELSEWHERE)).isZero();
      google.behave();
      assertSignedIn(phone);
    } finally {
      fresh.stop();
    }
  }

  static Stream<Named<Faulty>> brokenDiscovery() {
    return Stream.of(
        Named.of("another issuer", it -> it.discoveryWith("issuer", "https://evil.example")),
        Named.of("a slash more", it -> it.discoveryWith("issuer", it.issuer() + "/")),
        Named.of("no key set", it -> it.discoveryWith("jwks_uri", "")),
        Named.of(
            "keys of the cloud's own",
            it -> it.discoveryWith("jwks_uri", "http://169.254.169.254/latest/meta-data")),
        Named.of(
            "tokens of the cloud's own",
            it -> it.discoveryWith("token_endpoint", "http://169.254.169.254/token")),
        Named.of(
            "another host", it -> it.discoveryWith("token_endpoint", "http://127.0.0.2:1/token")),
        Named.of(
            "a page that is a script",
            it -> it.discoveryWith("authorization_endpoint", "javascript:alert(1)")),
        Named.of("a file", it -> it.discoveryWith("jwks_uri", "file:///etc/passwd")),
        Named.of("500", it -> Reply.of(500, "text/html", "<html>")),
        Named.of("404", it -> Reply.of(404, "application/json", "{}")),
        Named.of("no JSON", it -> Reply.json("<html>")),
        Named.of("100 MB", it -> Reply.huge(HUGE, new AtomicLong())),
        Named.of("redirect", it -> Reply.redirect(302, it.at(Door.ELSEWHERE))),
        Named.of("silence", RogueProvider::silent),
        Named.of("drips", RogueProvider::dripping));
  }

  @ParameterizedTest
  @MethodSource("brokenDiscovery")
  void nobodyIsSentToAProviderThatDescribesItselfBadly(Faulty fault) throws IOException {
    RunningService fresh = startAnother();
    try (var phone = new AppOnAPhone(fresh.port())) {
      google.has(Door.DISCOVERY, fault.of(google));

      assertUnavailable(
          phone.send(
              impatient(
                  phone.request(AppOnAPhone.authorizePath("google", Secrets.freshVerifier())))));
      assertThat(google.heardAt(Door.ELSEWHERE)).isZero();
      google.behave();
      assertSignedIn(phone);
    } finally {
      fresh.stop();
    }
  }
}
