package app.oddiya.domain.identity.session;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.shared.Deadline;
import java.net.URI;

/// One company that vouches for people by OpenID Connect.
///
/// Methods that ask the provider throw [app.oddiya.domain.shared.Unavailable] if it does not
/// answer.
public interface IdentityProvider {

  Provider provider();

  /// How the provider names itself in `iss`.
  String issuer();

  /// Where a person is sent to sign in.
  ///
  /// @param state comes back with the person
  /// @param nonce comes back inside the ID token
  /// @param verifier of which the provider gets the S256 challenge now and the text at the end
  URI authorizationUrl(Secret state, Secret nonce, Secret verifier, Deadline deadline);

  /// Exchanges the provider's code for its ID token and checks it: signature, `iss`, `aud`, `azp`,
  /// times and nonce.
  Confirmation confirm(String code, Secret nonce, Secret verifier, Deadline deadline);

  /// Checks an ID token that a phone's own sign-in gave to an app of ours: signature, `iss`, `aud`,
  /// `azp` and times; not its nonce.
  NativeConfirmation confirmNative(String idToken, Deadline deadline);

  /// Exchanges the code that a phone's own sign-in gave beside the ID token. Such a code proves
  /// nothing of who presents it; it is good for the provider's token only.
  ///
  /// @param client that the ID token was made for
  Confirmation redeemNative(String code, String client, Deadline deadline);

  /// Tells the provider that a token of its own is of no use any more. Nothing happens if it knows
  /// so already, or has no way of being told.
  void revoke(ProviderToken token, Deadline deadline);
}
