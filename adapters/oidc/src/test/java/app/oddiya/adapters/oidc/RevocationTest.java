package app.oddiya.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.apps.stores.rogue.Reply;
import app.oddiya.apps.stores.rogue.RogueProvider;
import app.oddiya.apps.stores.rogue.RogueProvider.Door;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.IdentityProvider;
import app.oddiya.domain.identity.session.ProviderToken;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RevocationTest {

  private static final ProviderToken TOKEN =
      new ProviderToken(Provider.APPLE, Providers.APPLE_APP, "the token & more");

  private final RogueProvider rogue = RogueProvider.start();
  private final IdentityProvider apple =
      Providers.at(rogue.issuer(), rogue.issuer()).of(Provider.APPLE);

  @AfterEach
  void stop() {
    rogue.close();
  }

  @Test
  void theProviderIsToldAsTheClientThatTheTokenWasGivenTo() {
    apple.revoke(TOKEN, soon());

    assertThat(rogue.revocations())
        .singleElement()
        .satisfies(
            told ->
                assertThat(told)
                    .containsEntry("token", TOKEN.value())
                    .containsEntry("token_type_hint", "refresh_token")
                    .containsEntry("client_id", TOKEN.client())
                    .containsKey("client_secret"));
  }

  @Test
  void thereIsNothingToRevokeAtAProviderThatCannotBeTold() {
    rogue.has(Door.DISCOVERY, rogue.discoveryWithout("revocation_endpoint"));

    apple.revoke(TOKEN, soon());

    assertThat(rogue.heardAt(Door.DISCOVERY)).isOne();
    assertThat(rogue.revocations()).isEmpty();
  }

  @Test
  void aProviderThatWouldHaveUsTellSomebodyElseIsNotBelieved() {
    rogue.has(
        Door.DISCOVERY, rogue.discoveryWith("revocation_endpoint", "http://169.254.169.254/"));

    assertThatThrownBy(() -> apple.revoke(TOKEN, soon())).isInstanceOf(Unavailable.class);
  }

  @Test
  void whetherItWasToldIsUnknownAfterAnythingButASuccess() {
    for (Reply broken :
        new Reply[] {
          Reply.of(500, "text/html", "<html>"),
          Reply.of(404, "text/plain", ""),
          Reply.of(401, "application/json", "{\"error\":\"invalid_client\"}"),
          Reply.of(400, "application/json", "{}")
        }) {
      rogue.has(Door.REVOKE, broken);
      assertThatThrownBy(() -> apple.revoke(TOKEN, soon())).isInstanceOf(Unavailable.class);
    }
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10), InstantSource.system());
  }
}
