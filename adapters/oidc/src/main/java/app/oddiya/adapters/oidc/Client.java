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
import java.util.function.Supplier;

/// We as a client of one provider: all in which the providers differ.
///
/// @param authentication made anew for each request
record Client(
    Provider provider,
    Issuer issuer,
    ClientID id,
    URI redirectUri,
    Scope scope,
    ResponseMode responseMode,
    Supplier<ClientAuthentication> authentication) {

  static Client ofGoogle(OidcConfig config) {
    OidcConfig.Google google = config.google();
    var id = new ClientID(google.clientId());
    var authentication = new ClientSecretPost(id, new Secret(google.clientSecret()));
    return new Client(
        Provider.GOOGLE,
        new Issuer(google.issuer()),
        id,
        config.redirectUri(Provider.GOOGLE),
        new Scope("openid", "email", "profile"),
        ResponseMode.QUERY,
        () -> authentication);
  }

  /// Apple answers a request for the name or the e-mail address by a form post only.
  static Client ofApple(OidcConfig config, InstantSource clock) {
    OidcConfig.Apple apple = config.apple();
    var id = new ClientID(apple.clientId());
    var secret = new AppleClientSecret(apple, clock);
    return new Client(
        Provider.APPLE,
        new Issuer(apple.issuer()),
        id,
        config.redirectUri(Provider.APPLE),
        new Scope("openid", "email", "name"),
        ResponseMode.FORM_POST,
        () -> new ClientSecretPost(id, new Secret(secret.sign())));
  }
}
