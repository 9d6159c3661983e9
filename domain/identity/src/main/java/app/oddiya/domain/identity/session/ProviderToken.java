package app.oddiya.domain.identity.session;

import app.oddiya.domain.identity.account.Provider;

/// A provider's own refresh token for a person. We never use it to learn anything; it is kept so
/// that the provider can be told when the account is deleted.
///
/// @param client which of our clients it was given to: only that one may revoke it
/// @param value the provider's text
public record ProviderToken(Provider provider, String client, String value) {

  @Override
  public String toString() {
    return "ProviderToken[" + provider.code() + "]";
  }
}
