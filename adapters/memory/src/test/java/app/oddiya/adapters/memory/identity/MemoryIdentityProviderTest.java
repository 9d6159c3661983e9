package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.session.IdentityProvider;
import app.oddiya.domain.identity.session.ProviderToken;
import app.oddiya.domain.testkit.contract.IdentityProviderContract;
import java.net.URI;
import java.util.Optional;

class MemoryIdentityProviderTest implements IdentityProviderContract {

  private final MemoryIdentityProvider google = new MemoryIdentityProvider(Provider.GOOGLE);

  @Override
  public IdentityProvider identityProvider() {
    return google;
  }

  @Override
  public String signIn(URI authorizationUrl, String providerId) {
    var identity = new Identity(Provider.GOOGLE, providerId);
    return google.signIn(
        authorizationUrl, new ProviderProfile(identity, Optional.empty(), Optional.empty()));
  }

  @Override
  public OnPhone signInOnPhone(String providerId, String nonce) {
    var identity = new Identity(Provider.GOOGLE, providerId);
    var phone =
        google.signInOnPhone(
            new ProviderProfile(identity, Optional.empty(), Optional.empty()), nonce);
    return new OnPhone(phone.idToken(), phone.code());
  }

  @Override
  public boolean isRevoked(ProviderToken token) {
    return google.revoked().contains(token);
  }
}
