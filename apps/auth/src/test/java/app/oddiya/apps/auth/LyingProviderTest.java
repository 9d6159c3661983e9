package app.oddiya.apps.auth;

import static app.oddiya.apps.auth.AppOnAPhone.encoded;
import static app.oddiya.apps.auth.AppOnAPhone.json;
import static app.oddiya.apps.auth.AppOnAPhone.location;
import static app.oddiya.apps.auth.AppOnAPhone.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.auth.AppOnAPhone.Begun;
import app.oddiya.apps.stores.rogue.ForgedToken;
import app.oddiya.apps.stores.rogue.Lie;
import app.oddiya.apps.stores.rogue.Reply;
import app.oddiya.apps.stores.rogue.RogueProvider.Door;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Providers that say what is not so, or of others what is, and phones that say they did.
class LyingProviderTest extends RogueProviders {

  // In a browser

  @ParameterizedTest
  @EnumSource
  void noLieIsBelieved(Lie lie) throws IOException {
    google.tells(lie);

    assertDeclined("access_denied", signIn(app));
    assertThat(google.heardAt(Door.ELSEWHERE)).isZero();
  }

  @Test
  void theOtherProvidersTokenIsNotBelieved() throws IOException {
    for (ForgedToken token : swapped(CLIENT)) {
      Begun begun = app.begin("google");
      String idToken = token.claim("nonce", parameter(begun.page(), "nonce")).compact();
      google.has(Door.TOKEN, Reply.json(tokenAnswer(idToken)));

      assertDeclined("access_denied", back(app, begun, "any"));
    }
  }

  @Test
  void anAnswerOfAnotherProviderEndsTheSignInBeforeAnybodyIsAsked() throws IOException {
    for (String foreign : List.of(apple.issuer().toString(), google.issuer() + "/", "x")) {
      Begun begun = app.begin("google");
      String code = app.signInAtProvider(begun, "somebody");

      HttpResponse<String> mixedUp =
          app.backFromGoogle(
              "code=" + code + "&state=" + begun.state() + "&iss=" + encoded(foreign));

      assertThat(mixedUp.statusCode()).isEqualTo(400);
      assertThat(json(mixedUp).path("code").asString()).isEqualTo("invalid_issuer");
      assertThat(json(back(app, begun, code)).path("code").asString()).isEqualTo("invalid_state");
    }
    assertThat(google.heardAt(Door.TOKEN)).isZero();
    assertNothingWritten();
  }

  @Test
  void aCodeOfTheProviderIsGoodOnce() throws IOException {
    Begun first = app.begin("google");
    String code = app.signInAtProvider(first, "somebody");
    assertThat(parameter(location(back(app, first, code)), "code")).isNotEmpty();
    remember();

    assertDeclined("access_denied", back(app, app.begin("google"), code));
  }

  @Test
  void aCodeOfSomebodyElsesSignInIsOfNoUse() throws IOException {
    String stolen = app.signInAtProvider(app.begin("google"), "a victim");

    assertDeclined("access_denied", back(app, app.begin("google"), stolen));
  }

  @Test
  void applesFormIsNoBetterADoor() throws IOException {
    Begun begun = app.begin("apple");
    apple.tells(Lie.ANOTHER_NONCE);
    String code = app.signInAtProvider(begun, "somebody");
    String name = "{\"name\":{\"firstName\":\"A\",\"lastName\":\"B\"}}";

    assertDeclined(
        "access_denied",
        app.backFromApple(Map.of("code", code, "state", begun.state(), "user", name)));
  }

  // On a phone

  @Test
  void thePhonesTokenThatTheOthersAreForgedFromHoldsOnce() throws IOException {
    String idToken = google.idToken(APP, nonce(), "somebody").compact();
    HttpResponse<String> signedIn = exchange(app, idToken);
    assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
    remember();

    assertExchangeRefused(exchange(app, idToken));
  }

  @ParameterizedTest
  @EnumSource
  void noLieOfAPhoneIsBelieved(Lie lie) throws IOException {
    assertExchangeRefused(
        exchange(app, lie.told(google.idToken(APP, nonce(), "somebody"), google)));
    assertThat(google.heardAt(Door.ELSEWHERE)).isZero();
  }

  @Test
  void theOtherProvidersTokenIsNotBelievedOfAPhone() throws IOException {
    for (ForgedToken token : swapped(APP)) {
      assertExchangeRefused(exchange(app, token.claim("nonce", nonce()).compact()));
    }
  }

  /// A browser's ID token may have been taken from it; nobody but an app gets one by our nonce.
  @Test
  void theBrowsersTokenIsNoPhones() throws IOException {
    assertExchangeRefused(exchange(app, google.idToken(CLIENT, nonce(), "somebody").compact()));
    assertExchangeRefused(
        exchange(app, google.idToken(CLIENT, nonce(), "somebody").claim("azp", CLIENT).compact()));
  }

  // Keys that nobody knows

  @Test
  void keysThatNobodyKnowsAreLookedForOnceAndLockNobodyOut() throws IOException {
    RunningService fresh = startAnother();
    try (var phone = new AppOnAPhone(fresh.port())) {
      assertSignedIn(phone);
      remember();
      for (int i = 0; i < 5; i++) {
        google.tells(Lie.UNKNOWN_KEY);
        assertDeclined("access_denied", signIn(phone));
        ForgedToken honest = google.idToken(APP, nonce(), "somebody");
        assertExchangeRefused(exchange(phone, Lie.UNKNOWN_KEY.told(honest, google)));
      }
      assertThat(google.heardAt(Door.KEYS)).isEqualTo(2);

      google.behave();
      assertSignedIn(phone);
    } finally {
      fresh.stop();
    }
  }

  @Test
  void theProvidersNewKeyIsFetchedOnceAndTaken() {
    RunningService fresh = startAnother();
    try (var phone = new AppOnAPhone(fresh.port())) {
      assertSignedIn(phone);
      assertThat(google.heardAt(Door.KEYS)).isEqualTo(1);
      google.rotate();

      for (int i = 0; i < 3; i++) {
        assertSignedIn(phone);
      }
      assertThat(google.heardAt(Door.KEYS)).isEqualTo(2);
    } finally {
      fresh.stop();
      google.rotateBack();
    }
  }

  private List<ForgedToken> swapped(String audience) {
    return List.of(
        apple.idToken(audience, "", "somebody"),
        apple.idToken(audience, "", "somebody").claim("iss", google.issuer().toString()),
        google.idToken(audience, "", "somebody").claim("iss", apple.issuer().toString()));
  }
}
