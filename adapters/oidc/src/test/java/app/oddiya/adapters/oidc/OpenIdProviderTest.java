package app.oddiya.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.apps.stores.junit.OpenIdExtension;
import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.EmailAddress;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.session.Confirmation;
import app.oddiya.domain.identity.session.IdentityProvider;
import app.oddiya.domain.identity.session.ProviderToken;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.IdentityProviderContract;
import app.oddiya.domain.testkit.story.Secrets;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenIdProviderTest {

  @RegisterExtension static final OpenIdExtension OPENID = new OpenIdExtension();

  @Nested
  class Google extends Runner {
    Google() {
      super(OPENID::googleIssuer, Provider.GOOGLE, "google-ios");
    }

    @Override
    public boolean supportsRevocation() {
      return false;
    }
  }

  @Nested
  class Apple extends Runner {
    Apple() {
      super(OPENID::appleIssuer, Provider.APPLE, Providers.APPLE_APP);
    }
  }

  abstract static class Runner implements IdentityProviderContract {
    private final IdentityProvider provider;
    private final PhoneSignIn phone;

    /// @param app our app on the phone
    Runner(Supplier<URI> issuer, Provider provider, String app) {
      this.provider = Providers.at(OPENID.googleIssuer(), OPENID.appleIssuer()).of(provider);
      this.phone = new PhoneSignIn(issuer.get(), app);
    }

    @Override
    public IdentityProvider identityProvider() {
      return provider;
    }

    @Override
    public String signIn(URI authorizationUrl, String providerId) {
      return SignInPage.signIn(authorizationUrl, providerId, "{}");
    }

    @Override
    public OnPhone signInOnPhone(String providerId, String nonce) {
      return new OnPhone(phone.idToken(providerId, nonce), phone.code(providerId, nonce));
    }

    @Override
    public boolean isRevoked(ProviderToken token) {
      return !phone.isGood(token.value());
    }
  }

  @Test
  void nameAndVerifiedAddressAreTakenFromTheIdToken() {
    ProviderProfile profile =
        profile("{\"name\":\"지민 Kim\",\"email\":\"j@example.com\",\"email_verified\":true}");

    assertThat(profile.name()).isEqualTo(DisplayName.parse("지민 Kim"));
    assertThat(profile.email()).isEqualTo(EmailAddress.parse("j@example.com"));
  }

  @Test
  void anAddressThatTheProviderHasNotVerifiedIsNobodys() {
    assertThat(profile("{\"email\":\"j@example.com\",\"email_verified\":false}").email()).isEmpty();
    assertThat(profile("{\"email\":\"j@example.com\",\"email_verified\":\"false\"}").email())
        .isEmpty();
  }

  @Test
  void claimsOfOddFormsAreLeftOut() {
    ProviderProfile profile = profile("{\"email\":[\"j@example.com\"],\"name\":{\"a\":1}}");

    assertThat(profile.email()).isEmpty();
    assertThat(profile.name()).isEmpty();
  }

  @Test
  void aBlankCodeIsRefusedWithoutAsking() {
    assertThat(google().confirm(" ", Secrets.fresh(), Secrets.fresh(), soon()))
        .isInstanceOf(Confirmation.Refused.class);
  }

  @Test
  void peopleComeBackToOneAddressOnly() {
    URI page = google().authorizationUrl(Secrets.fresh(), Secrets.fresh(), Secrets.fresh(), soon());

    assertThat(page.getRawQuery())
        .contains("redirect_uri=https%3A%2F%2Foddiya.example%2Foauth2%2Fcallback%2Fgoogle");
  }

  @Test
  void aProviderThatIsNotThereIsAnOutage() throws IOException {
    URI nowhere;
    try (var socket = new ServerSocket(0)) {
      nowhere = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    IdentityProvider gone = Providers.at(nowhere, nowhere).of(Provider.GOOGLE);

    assertThatThrownBy(
            () -> gone.authorizationUrl(Secrets.fresh(), Secrets.fresh(), Secrets.fresh(), soon()))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void somebodyElsesDiscoveryDocumentIsNotBelieved() {
    URI alias = URI.create(OPENID.googleIssuer().toString().replace("127.0.0.1", "localhost"));
    URI alien = URI.create(OPENID.googleIssuer() + "/");
    IdentityProvider imposter = Providers.at(alien, alias).of(Provider.GOOGLE);

    assertThatThrownBy(
            () ->
                imposter.authorizationUrl(
                    Secrets.fresh(), Secrets.fresh(), Secrets.fresh(), soon()))
        .isInstanceOf(Unavailable.class);
  }

  private static ProviderProfile profile(String claims) {
    Confirmation confirmation = confirmation(claims);
    assertThat(confirmation).isInstanceOf(Confirmation.Confirmed.class);
    return ((Confirmation.Confirmed) confirmation).profile();
  }

  private static Confirmation confirmation(String claims) {
    IdentityProvider google = google();
    Secret nonce = Secrets.fresh();
    Secret verifier = Secrets.fresh();
    URI page = google.authorizationUrl(Secrets.fresh(), nonce, verifier, soon());
    return google.confirm(SignInPage.signIn(page, "112233", claims), nonce, verifier, soon());
  }

  private static IdentityProvider google() {
    return Providers.at(OPENID.googleIssuer(), OPENID.appleIssuer()).of(Provider.GOOGLE);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10), InstantSource.system());
  }
}
