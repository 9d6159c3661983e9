package app.oddiya.adapters.oidc;

import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.EmailAddress;
import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.session.Confirmation;
import app.oddiya.domain.identity.session.IdentityProvider;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.shared.Deadline;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/// The authorization code flow of OpenID Connect Core 1.0, section 3.1, with PKCE.
final class OpenIdProvider implements IdentityProvider {

  private final Client client;
  private final ProviderHttp http;
  private final Discovery discovery;

  OpenIdProvider(Client client, ProviderHttp http, InstantSource clock) {
    this.client = client;
    this.http = http;
    this.discovery = new Discovery(client, http, clock);
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
    JWT idToken = ((OIDCTokenResponse) answer).getOIDCTokens().getIDToken();
    if (idToken == null) {
      throw ProviderHttp.unavailable(new IOException("answered without an ID token"));
    }
    try {
      return confirmed(discovery.validator(deadline).validate(idToken, new Nonce(nonce.value())));
    } catch (BadJOSEException invalid) {
      return new Confirmation.Refused("ID token: " + invalid.getMessage());
    } catch (JOSEException keysMissing) {
      throw ProviderHttp.unavailable(keysMissing);
    }
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
      return OIDCTokenResponseParser.parse(http.send(request.toHTTPRequest(), deadline));
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

  private Confirmation confirmed(IDTokenClaimsSet claims) {
    if (!isForUs(claims)) {
      return new Confirmation.Refused("ID token: made for another party (azp)");
    }
    Identity identity;
    try {
      identity = new Identity(client.provider(), claims.getSubject().getValue());
    } catch (IllegalArgumentException longerThanAllowed) {
      return new Confirmation.Refused("ID token: a sub that OpenID Connect does not allow");
    }
    Optional<EmailAddress> email =
        isDisowned(claims.getClaim("email_verified"))
            ? Optional.empty()
            : text(claims, "email").flatMap(EmailAddress::parse);
    Optional<DisplayName> name = text(claims, "name").flatMap(DisplayName::fitting);
    return new Confirmation.Confirmed(new ProviderProfile(identity, email, name));
  }

  /// OpenID Connect Core 1.0, section 3.1.3.7, steps 4 and 5, which the SDK leaves to us.
  private boolean isForUs(IDTokenClaimsSet claims) {
    AuthorizedParty party = claims.getAuthorizedParty();
    return party == null
        ? claims.getAudience().size() == 1
        : party.getValue().equals(client.id().getValue());
  }

  /// Apple writes its booleans as texts at times.
  private static boolean isDisowned(Object emailVerified) {
    return "false".equals(String.valueOf(emailVerified));
  }

  private static Optional<String> text(IDTokenClaimsSet claims, String claim) {
    return claims.getClaim(claim) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
