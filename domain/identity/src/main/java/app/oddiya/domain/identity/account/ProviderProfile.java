package app.oddiya.domain.identity.account;

import java.util.Optional;

/// What a provider has said of the person it vouches for.
///
/// @param email absent if the provider gave none or gave one that it has not verified
/// @param name absent if the provider gave none; Apple gives it once, at the first sign-in
public record ProviderProfile(
    Identity identity, Optional<EmailAddress> email, Optional<DisplayName> name) {

  /// The same with `other` as the name where the provider has said none.
  public ProviderProfile orNamed(Optional<DisplayName> other) {
    return new ProviderProfile(identity, email, name.or(() -> other));
  }
}
