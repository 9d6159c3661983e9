package app.oddiya.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.apps.stores.rogue.Lie;
import app.oddiya.apps.stores.rogue.Reply;
import app.oddiya.apps.stores.rogue.RogueProvider;
import app.oddiya.apps.stores.rogue.RogueProvider.Door;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.Confirmation;
import app.oddiya.domain.identity.session.IdentityProvider;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.story.Secrets;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A provider that answers whatever the test wants it to.
class ForgedIdTokenTest {

  private static final RogueProvider ROGUE = RogueProvider.start();

  private final IdentityProvider google =
      Providers.at(ROGUE.issuer(), ROGUE.issuer()).of(Provider.GOOGLE);

  @AfterEach
  void behave() {
    ROGUE.behave();
  }

  @AfterAll
  static void stop() {
    ROGUE.close();
  }

  @Test
  void theTokenThatTheOthersAreForgedFromHolds() {
    assertThat(confirm()).isInstanceOf(Confirmation.Confirmed.class);
  }

  @ParameterizedTest
  @EnumSource
  void noLieIsBelievedAndNoKeyIsFetchedForIt(Lie lie) {
    ROGUE.tells(lie);

    assertThat(confirm()).isInstanceOf(Confirmation.Refused.class);
    assertThat(ROGUE.heardAt(Door.ELSEWHERE)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"access_token\":\"a\",\"token_type\":\"Bearer\"}", "<html>", ""})
  void anAnswerWithoutAnIdTokenOrInNoJsonIsAnOutage(String answer) {
    ROGUE.has(Door.TOKEN, Reply.json(answer));

    assertThatThrownBy(this::confirm).isInstanceOf(Unavailable.class);
  }

  private Confirmation confirm() {
    Secret nonce = Secrets.fresh();
    Secret verifier = Secrets.fresh();
    URI page = google.authorizationUrl(Secrets.fresh(), nonce, verifier, soon());
    return google.confirm(SignInPage.signIn(page, "112233", "{}"), nonce, verifier, soon());
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10), InstantSource.system());
  }
}
