package app.oddiya.domain.identity.session;

import app.oddiya.domain.identity.account.Provider;

/// All who vouch for people.
public record IdentityProviders(IdentityProvider google, IdentityProvider apple) {

  public IdentityProviders {
    requireItself(google, Provider.GOOGLE);
    requireItself(apple, Provider.APPLE);
  }

  public IdentityProvider of(Provider provider) {
    return switch (provider) {
      case GOOGLE -> google;
      case APPLE -> apple;
    };
  }

  private static void requireItself(IdentityProvider one, Provider expected) {
    if (one.provider() != expected) {
      throw new IllegalArgumentException(
          "provider: " + one.provider() + " (expected: " + expected + ")");
    }
  }
}
