package app.oddiya.adapters.oidc;

import app.oddiya.domain.identity.account.Provider;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;

/// We as a client of one provider: all in which the providers differ.
///
/// @param id of the browser's sign-in
/// @param nativeIds of our apps on phones
/// @param givesToken whether the provider wants its refresh token revoked with the account
/// @param authentication of the client of that id, made anew for each request
record Client(
    Provider provider,
    Issuer issuer,
    ClientID id,
    Set<String> nativeIds,
    URI redirectUri,
    Scope scope,
    ResponseMode responseMode,
    boolean givesToken,
    Function<ClientID, ClientAuthentication> authentication) {

  static Client ofGoogle(OidcConfig config) {
    OidcConfig.Google google = config.google();
    var secret = new Secret(google.clientSecret());
    return new Client(
        Provider.GOOGLE,
        new Issuer(google.issuer()),
        new ClientID(google.clientId()),
        google.nativeClientIds(),
        config.redirectUri(Provider.GOOGLE),
        new Scope("openid", "email", "profile"),
        ResponseMode.QUERY,
        false,
        id -> new ClientSecretPost(id, secret));
  }

  /// Apple answers a request for the name or the e-mail address by a form post only, and demands
  /// that the tokens of an account are revoked when it is deleted (App Store Review Guidelines,
  /// 5.1.1).
  static Client ofApple(OidcConfig config, InstantSource clock) {
    OidcConfig.Apple apple = config.apple();
    var secret = new AppleClientSecret(apple, clock);
    return new Client(
        Provider.APPLE,
        new Issuer(apple.issuer()),
        new ClientID(apple.clientId()),
        apple.nativeClientIds(),
        config.redirectUri(Provider.APPLE),
        new Scope("openid", "email", "name"),
        ResponseMode.FORM_POST,
        true,
        id -> new ClientSecretPost(id, new Secret(secret.sign(id.getValue()))));
  }
}
