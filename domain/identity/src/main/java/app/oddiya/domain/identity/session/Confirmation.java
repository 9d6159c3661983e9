package app.oddiya.domain.identity.session;

import app.oddiya.domain.identity.account.ProviderProfile;
import java.util.Optional;

/// Whether a provider vouches for a person.
public sealed interface Confirmation {

  /// @param token to be revoked when the account is deleted, of a provider that asks for that
  record Confirmed(ProviderProfile profile, Optional<ProviderToken> token)
      implements Confirmation {}

  /// The provider refused the code, or its ID token does not hold.
  ///
  /// @param why for the log; says nothing of the person and holds no token
  record Refused(String why) implements Confirmation {}
}
