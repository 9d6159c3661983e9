package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.session.CodeVerifier;
import app.oddiya.domain.identity.session.Confirmation;
import app.oddiya.domain.identity.session.IdentityProvider;
import app.oddiya.domain.identity.session.NativeConfirmation;
import app.oddiya.domain.identity.session.ProviderToken;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.testkit.story.Secrets;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [IdentityProvider] does.
public interface IdentityProviderContract {

  IdentityProvider identityProvider();

  /// Signs a person in on the provider's page.
  ///
  /// @param authorizationUrl the page
  /// @param providerId who signs in
  /// @return the `code` that the person comes back with
  String signIn(URI authorizationUrl, String providerId);

  /// Signs a person in on a phone.
  ///
  /// @param nonce as the app gives it to the phone
  /// @return what the phone gives to the app
  OnPhone signInOnPhone(String providerId, String nonce);

  /// Whether the provider has been told that a token of its own is of no use.
  boolean isRevoked(ProviderToken token);

  /// Whether the provider gives a token that it wants revoked with the account.
  default boolean supportsRevocation() {
    return true;
  }

  /// @param code may be redeemed once
  record OnPhone(String idToken, String code) {}

  @Test
  default void thePersonWhoSignedInOnAPhoneIsConfirmedWithTheNonce() {
    String providerId = UUID.randomUUID().toString();
    OnPhone phone = signInOnPhone(providerId, "the nonce");

    assertThat(identityProvider().confirmNative(phone.idToken(), Deadlines.ample()))
        .isInstanceOfSatisfying(
            NativeConfirmation.Confirmed.class,
            confirmed -> {
              assertThat(confirmed.profile().identity())
                  .isEqualTo(new Identity(identityProvider().provider(), providerId));
              assertThat(confirmed.nonce()).isEqualTo("the nonce");
            });
  }

  @Test
  default void whatIsNoIdTokenOfThisProviderIsNotItsOwn() {
    for (String other : List.of("", "x", "a.b.c", "{}", "e30.e30.e30", "\u0000")) {
      assertThat(identityProvider().confirmNative(other, Deadlines.ample()))
          .isEqualTo(new NativeConfirmation.NotOurs());
    }
  }

  @Test
  default void aCodeFromAPhoneIsRedeemedOnceForATokenThatCanBeRevoked() {
    String providerId = UUID.randomUUID().toString();
    OnPhone phone = signInOnPhone(providerId, "the nonce");
    var confirmed =
        (NativeConfirmation.Confirmed)
            identityProvider().confirmNative(phone.idToken(), Deadlines.ample());

    Confirmation redeemed =
        identityProvider().redeemNative(phone.code(), confirmed.client(), Deadlines.ample());
    Confirmation again =
        identityProvider().redeemNative(phone.code(), confirmed.client(), Deadlines.ample());

    assertThat(again).isInstanceOf(Confirmation.Refused.class);
    assertThat(redeemed)
        .isInstanceOfSatisfying(
            Confirmation.Confirmed.class,
            person -> {
              assertThat(person.profile().identity()).isEqualTo(confirmed.profile().identity());
              assertThat(person.token().isPresent()).isEqualTo(supportsRevocation());
              if (supportsRevocation()) {
                assertCanBeRevoked(person.token().orElseThrow(), confirmed.client());
              }
            });
  }

  private void assertCanBeRevoked(ProviderToken token, String client) {
    assertThat(token.client()).isEqualTo(client);
    assertThat(isRevoked(token)).isFalse();
    identityProvider().revoke(token, Deadlines.ample());
    identityProvider().revoke(token, Deadlines.ample());
    assertThat(isRevoked(token)).isTrue();
  }

  @Test
  default void thePersonWhoSignedInIsConfirmed() {
    Attempt attempt = Attempt.begin(identityProvider());
    String code = signIn(attempt.page(), attempt.providerId());

    Confirmation confirmation = attempt.confirm(code, attempt.nonce(), attempt.verifier());

    assertThat(confirmation)
        .isInstanceOfSatisfying(
            Confirmation.Confirmed.class,
            confirmed ->
                assertThat(confirmed.profile().identity())
                    .isEqualTo(new Identity(identityProvider().provider(), attempt.providerId())));
  }

  @Test
  default void theStateGoesAlongAndTheVerifierStaysHere() {
    Attempt attempt = Attempt.begin(identityProvider());

    assertThat(attempt.page().getRawQuery())
        .contains("response_type=code")
        .contains("state=" + attempt.state().value())
        .contains("nonce=" + attempt.nonce().value())
        .contains(
            "code_challenge="
                + Secrets.challengeOf(new CodeVerifier(attempt.verifier().value())).value())
        .contains("code_challenge_method=S256")
        .doesNotContain(attempt.verifier().value());
  }

  @Test
  default void aCodeIsConfirmedOnce() {
    Attempt attempt = Attempt.begin(identityProvider());
    String code = signIn(attempt.page(), attempt.providerId());
    attempt.confirm(code, attempt.nonce(), attempt.verifier());

    assertThat(attempt.confirm(code, attempt.nonce(), attempt.verifier()))
        .isInstanceOf(Confirmation.Refused.class);
  }

  @Test
  default void aCodeThatTheProviderNeverGaveIsRefused() {
    Attempt attempt = Attempt.begin(identityProvider());

    assertThat(attempt.confirm("never-given", attempt.nonce(), attempt.verifier()))
        .isInstanceOf(Confirmation.Refused.class);
  }

  @Test
  default void anIdTokenMadeForAnotherSignInIsRefused() {
    Attempt attempt = Attempt.begin(identityProvider());
    String code = signIn(attempt.page(), attempt.providerId());

    assertThat(attempt.confirm(code, Secrets.fresh(), attempt.verifier()))
        .isInstanceOf(Confirmation.Refused.class);
  }

  @Test
  default void aWrongVerifierIsRefused() {
    Attempt attempt = Attempt.begin(identityProvider());
    String code = signIn(attempt.page(), attempt.providerId());

    assertThat(attempt.confirm(code, attempt.nonce(), Secrets.fresh()))
        .isInstanceOf(Confirmation.Refused.class);
  }

  /// One person's way through the provider.
  record Attempt(
      IdentityProvider provider,
      Secret state,
      Secret nonce,
      Secret verifier,
      String providerId,
      URI page) {

    private static Attempt begin(IdentityProvider provider) {
      Secret state = Secrets.fresh();
      Secret nonce = Secrets.fresh();
      Secret verifier = Secrets.fresh();
      URI page = provider.authorizationUrl(state, nonce, verifier, Deadlines.ample());
      return new Attempt(provider, state, nonce, verifier, UUID.randomUUID().toString(), page);
    }

    private Confirmation confirm(String code, Secret nonce, Secret verifier) {
      return provider.confirm(code, nonce, verifier, Deadlines.ample());
    }
  }
}
