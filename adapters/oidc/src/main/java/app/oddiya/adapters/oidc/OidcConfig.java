package app.oddiya.adapters.oidc;

import app.oddiya.domain.identity.account.Provider;
import java.net.URI;
import java.util.Set;

/// Who we are to the companies that vouch for people.
///
/// @param publicUrl the gateway as a browser sees it
public record OidcConfig(URI publicUrl, Google google, Apple apple) {

  /// @param issuer as it stands in `iss`, and below which its discovery document is found
  /// @param nativeClientIds of our apps on phones
  public record Google(
      URI issuer, String clientId, String clientSecret, Set<String> nativeClientIds) {

    /// Without the secret, which no log may hold.
    @Override
    public String toString() {
      return "Google[" + issuer + ", " + clientId + "]";
    }
  }

  /// Apple gives no secret but a key to make one with.
  ///
  /// @param clientId the Services ID
  /// @param nativeClientIds of our apps on phones: their bundle ids
  /// @param teamId of the developer account
  /// @param keyId of the key, as Apple names it
  public record Apple(
      URI issuer,
      String clientId,
      Set<String> nativeClientIds,
      String teamId,
      String keyId,
      ApplePrivateKey privateKey) {}

  /// The only address to which a provider may send people back; it is registered there letter by
  /// letter.
  URI redirectUri(Provider provider) {
    String base = publicUrl.toString().replaceFirst("/$", "");
    return URI.create(base + "/oauth2/callback/" + provider.code());
  }
}
