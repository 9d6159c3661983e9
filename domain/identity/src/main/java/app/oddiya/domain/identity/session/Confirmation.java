package app.oddiya.domain.identity.session;

import app.oddiya.domain.identity.account.ProviderProfile;

/// Whether a provider vouches for a person.
public sealed interface Confirmation {

  record Confirmed(ProviderProfile profile) implements Confirmation {}

  /// The provider refused the code, or its ID token does not hold.
  ///
  /// @param why for the log; says nothing of the person and holds no token
  record Refused(String why) implements Confirmation {}
}
