package app.oddiya.domain.identity.session;

import app.oddiya.domain.identity.account.ProviderProfile;

/// Whether a provider vouches for a person by an ID token that an app of ours was given on a phone.
public sealed interface NativeConfirmation {

  /// @param nonce as it stands in the token; whether it was ours is still to be seen, with
  ///     [Sessions#takeNonce]
  /// @param client of ours that the token was made for
  record Confirmed(ProviderProfile profile, String nonce, String client)
      implements NativeConfirmation {

    /// Without the nonce, which is a secret until it is taken.
    @Override
    public String toString() {
      return "Confirmed[" + profile.identity() + ", " + client + "]";
    }
  }

  /// The token does not hold.
  ///
  /// @param why for the log; says nothing of the person and holds no token
  record Refused(String why) implements NativeConfirmation {}

  /// It names another issuer, or is no ID token at all.
  record NotOurs() implements NativeConfirmation {}
}
