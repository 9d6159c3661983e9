package app.oddiya.adapters.oidc;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.Confirmation;
import app.oddiya.domain.identity.session.IdentityProvider;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.shared.Deadline;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;

/// The authorization code flow of OpenID Connect Core 1.0, section 3.1, with PKCE.
final class OpenIdProvider implements IdentityProvider {

  private final Client client;
  private final ProviderHttp http;
  private final Discovery discovery;
  private final IdTokens idTokens;

  OpenIdProvider(Client client, ProviderHttp http, InstantSource clock) {
    this.client = client;
    this.http = http;
    this.discovery = new Discovery(client, http, clock);
    this.idTokens = new IdTokens(client, discovery, clock);
  }

  @Override
  public Provider provider() {
    return client.provider();
  }

  @Override
  public String issuer() {
    return client.issuer().getValue();
  }

  @Override
  public URI authorizationUrl(Secret state, Secret nonce, Secret verifier, Deadline deadline) {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE, client.scope(), client.id(), client.redirectUri())
        .endpointURI(discovery.authorizationEndpoint(deadline))
        .responseMode(client.responseMode())
        .state(new State(state.value()))
        .nonce(new Nonce(nonce.value()))
        .codeChallenge(new CodeVerifier(verifier.value()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  @Override
  public Confirmation confirm(String code, Secret nonce, Secret verifier, Deadline deadline) {
    if (code.isBlank()) {
      return new Confirmation.Refused("a blank code");
    }
    TokenResponse answer = exchange(code, verifier, deadline);
    if (!answer.indicatesSuccess()) {
      return refusedBy(answer);
    }
    if (answer.toSuccessResponse().getCustomParameters().get("id_token") instanceof String text) {
      return idTokens.read(text, new Nonce(nonce.value()), deadline);
    }
    throw ProviderHttp.unavailable(new IOException("answered without an ID token"));
  }

  private TokenResponse exchange(String code, Secret verifier, Deadline deadline) {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), client.redirectUri(), new CodeVerifier(verifier.value()));
    var request =
        new TokenRequest.Builder(
                discovery.tokenEndpoint(deadline), client.authentication().get(), grant)
            .build();
    try {
      HTTPResponse answer = http.send(request.toHTTPRequest(), deadline);
      if (answer.indicatesSuccess()) {
        var _ = ProviderHttp.json(answer);
      }
      // The SDK's parser for OpenID Connect cannot tell a bad ID token from a bad answer.
      return TokenResponse.parse(answer);
    } catch (ParseException nonsense) {
      throw ProviderHttp.unavailable(nonsense);
    }
  }

  /// A code that does not hold is the person's affair; any other error, such as a client secret
  /// that is no longer good, is ours.
  private static Confirmation refusedBy(TokenResponse answer) {
    String error = String.valueOf(answer.toErrorResponse().getErrorObject().getCode());
    if (error.equals(OAuth2Error.INVALID_GRANT.getCode())) {
      return new Confirmation.Refused("the code is not valid");
    }
    throw ProviderHttp.unavailable(new IOException("answered " + error));
  }
}
