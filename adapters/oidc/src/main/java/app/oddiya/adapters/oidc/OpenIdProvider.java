package app.oddiya.adapters.oidc;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.Confirmation;
import app.oddiya.domain.identity.session.IdentityProvider;
import app.oddiya.domain.identity.session.NativeConfirmation;
import app.oddiya.domain.identity.session.ProviderToken;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.shared.Deadline;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The authorization code flow of OpenID Connect Core 1.0, section 3.1, with PKCE, and what phones
/// bring of sign-ins of their own.
final class OpenIdProvider implements IdentityProvider {

  private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);

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
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), client.redirectUri(), new CodeVerifier(verifier.value()));
    return redeem(client.id(), grant, new Nonce(nonce.value()), deadline);
  }

  @Override
  public NativeConfirmation confirmNative(String idToken, Deadline deadline) {
    if (!idTokens.isOfThisIssuer(idToken)) {
      return new NativeConfirmation.NotOurs();
    }
    return switch (idTokens.presentedByAnApp(idToken, deadline)) {
      case IdTokens.Verdict.Bad(String why) -> new NativeConfirmation.Refused("ID token: " + why);
      case IdTokens.Verdict.Good good ->
          good.nonce()
              .<NativeConfirmation>map(
                  nonce -> new NativeConfirmation.Confirmed(good.person(), nonce, good.presenter()))
              .orElseGet(() -> new NativeConfirmation.Refused("ID token: without a nonce"));
    };
  }

  @Override
  public Confirmation redeemNative(String code, String clientId, Deadline deadline) {
    if (code.isBlank()) {
      return new Confirmation.Refused("a blank code");
    }
    // No browser was sent anywhere, so there is neither a redirect URI nor a verifier.
    var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), null);
    return redeem(new ClientID(clientId), grant, null, deadline);
  }

  private Confirmation redeem(
      ClientID id, AuthorizationCodeGrant grant, @Nullable Nonce nonce, Deadline deadline) {
    TokenResponse answer = exchange(id, grant, deadline);
    if (!answer.indicatesSuccess()) {
      return refusedBy(answer);
    }
    AccessTokenResponse given = answer.toSuccessResponse();
    if (!(given.getCustomParameters().get("id_token") instanceof String idToken)) {
      throw ProviderHttp.unavailable(new IOException("answered without an ID token"));
    }
    return switch (idTokens.givenTo(id, idToken, nonce, deadline)) {
      case IdTokens.Verdict.Bad(String why) -> new Confirmation.Refused("ID token: " + why);
      case IdTokens.Verdict.Good good ->
          new Confirmation.Confirmed(good.person(), tokenToKeep(id, given));
    };
  }

  private TokenResponse exchange(ClientID id, AuthorizationCodeGrant grant, Deadline deadline) {
    var request =
        new TokenRequest.Builder(
                discovery.tokenEndpoint(deadline), client.authentication().apply(id), grant)
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

  private Optional<ProviderToken> tokenToKeep(ClientID id, AccessTokenResponse given) {
    return Optional.ofNullable(given.getTokens().getRefreshToken())
        .filter(_ -> client.givesToken())
        .map(token -> new ProviderToken(client.provider(), id.getValue(), token.getValue()));
  }

  /// A code that does not hold is the person's affair; any other error, such as a client secret
  /// that is no longer good, is ours.
  private static Confirmation refusedBy(TokenResponse answer) {
    ErrorObject error = answer.toErrorResponse().getErrorObject();
    if (isInvalidGrant(error)) {
      return new Confirmation.Refused("the code is not valid");
    }
    throw ProviderHttp.unavailable(new IOException("answered " + error.getCode()));
  }

  @Override
  public void revoke(ProviderToken token, Deadline deadline) {
    Optional<URI> endpoint = discovery.revocationEndpoint(deadline);
    if (endpoint.isEmpty()) {
      LOG.atInfo()
          .addKeyValue("event", "provider_without_revocation")
          .addKeyValue("provider", client.provider().code())
          .log("the provider has no revocation endpoint: nothing to revoke there");
      return;
    }
    var request =
        new TokenRevocationRequest(
            endpoint.get(),
            client.authentication().apply(new ClientID(token.client())),
            new RefreshToken(token.value()));
    HTTPResponse answer = http.send(request.toHTTPRequest(), deadline);
    // RFC 7009 answers 200 for a token that is none; some say that it is none.
    if (!answer.indicatesSuccess() && !isInvalidGrant(ErrorObject.parse(answer))) {
      throw ProviderHttp.unavailable(new IOException("answered " + answer.getStatusCode()));
    }
  }

  private static boolean isInvalidGrant(ErrorObject error) {
    return OAuth2Error.INVALID_GRANT.getCode().equals(error.getCode());
  }
}
