package app.oddiya.adapters.oidc;

import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.EmailAddress;
import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.session.Confirmation;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;

/// Whom an ID token vouches for: OpenID Connect Core 1.0, section 3.1.3.7, with RS256 and nothing
/// else, which is what both providers sign with, and what else its sections 2 and 5.1 ask for and
/// the SDK leaves to us.
final class IdTokens {

  /// The SDK allows as much for `exp` and `iat`.
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final Client client;
  private final Discovery discovery;
  private final InstantSource clock;

  IdTokens(Client client, Discovery discovery, InstantSource clock) {
    this.client = client;
    this.discovery = discovery;
    this.clock = clock;
  }

  /// @throws Unavailable if there are no keys to verify it by
  Confirmation read(String compact, Nonce nonce, Deadline deadline) {
    try {
      SignedJWT token = SignedJWT.parse(compact);
      if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
        return refused("not signed with RS256");
      }
      if (token.getHeader().getKeyID() == null) {
        return refused("does not name its key");
      }
      if (!saysWhoAndWhen(token)) {
        return refused("a sub that is no text, or an nbf that is to come");
      }
      return read(validator(token, deadline).validate(token, nonce));
    } catch (ParseException | BadJOSEException invalid) {
      return refused(String.valueOf(invalid.getMessage()));
    } catch (JOSEException unusable) {
      return refused("its key does not verify it");
    }
  }

  private IDTokenValidator validator(SignedJWT token, Deadline deadline) {
    var keys =
        new ImmutableJWKSet<SecurityContext>(
            discovery.keys(token.getHeader().getKeyID(), deadline));
    return new IDTokenValidator(
        client.issuer(),
        client.id(),
        new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys),
        null);
  }

  /// The SDK takes a number for a `sub`, and does not look at `nbf`.
  private boolean saysWhoAndWhen(SignedJWT token) throws ParseException {
    Date notBefore = token.getJWTClaimsSet().getNotBeforeTime();
    return token.getPayload().toJSONObject().get("sub") instanceof String
        && (notBefore == null || !clock.instant().plus(SKEW).isBefore(notBefore.toInstant()));
  }

  private Confirmation read(IDTokenClaimsSet claims) {
    if (!isForUs(claims)) {
      return refused("made for another party (azp)");
    }
    Identity identity;
    try {
      identity = new Identity(client.provider(), claims.getSubject().getValue());
    } catch (IllegalArgumentException longerThanAllowed) {
      return refused("a sub that OpenID Connect does not allow");
    }
    Optional<EmailAddress> email =
        isDisowned(claims.getClaim("email_verified"))
            ? Optional.empty()
            : text(claims, "email").flatMap(EmailAddress::parse);
    Optional<DisplayName> name = text(claims, "name").flatMap(DisplayName::fitting);
    return new Confirmation.Confirmed(new ProviderProfile(identity, email, name));
  }

  /// Steps 4 and 5, which the SDK leaves to us.
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

  private static Confirmation refused(String why) {
    return new Confirmation.Refused("ID token: " + why);
  }
}
