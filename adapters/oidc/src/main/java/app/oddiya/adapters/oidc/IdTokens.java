package app.oddiya.adapters.oidc;

import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.EmailAddress;
import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /// What a token turns out to be.
  sealed interface Verdict {

    /// @param nonce as it stands there
    /// @param presenter the client of ours that it was given to
    record Good(ProviderProfile person, Optional<String> nonce, String presenter)
        implements Verdict {}

    /// @param why for the log; says nothing of the person
    record Bad(String why) implements Verdict {}
  }

  /// Whether a token names this provider, which proves nothing yet.
  boolean isOfThisIssuer(String compact) {
    try {
      return client.issuer().getValue().equals(issuerIn(SignedJWT.parse(compact)));
    } catch (ParseException noToken) {
      return false;
    }
  }

  private static @Nullable String issuerIn(SignedJWT token) throws ParseException {
    return token.getJWTClaimsSet().getIssuer();
  }

  /// A token that the provider gave us for a code of one of our clients.
  ///
  /// @param nonce that must stand there; null if none was asked for
  /// @throws Unavailable if there are no keys to verify it by
  Verdict givenTo(ClientID id, String compact, @Nullable Nonce nonce, Deadline deadline) {
    Set<String> ours = Set.of(id.getValue());
    return read(compact, new Expected(ours, ours, nonce), deadline);
  }

  /// A token that a phone gave to an app of ours. Google makes it for our server if the app asks
  /// for that, and names the app in `azp`.
  ///
  /// @throws Unavailable if there are no keys to verify it by
  Verdict presentedByAnApp(String compact, Deadline deadline) {
    Set<String> ours =
        Stream.concat(client.nativeIds().stream(), Stream.of(client.id().getValue()))
            .collect(Collectors.toUnmodifiableSet());
    return read(compact, new Expected(ours, client.nativeIds(), null), deadline);
  }

  /// @param audience clients that are us: nobody else may be among those a token was made for
  /// @param presenters of them, whom it may have been given to
  private record Expected(Set<String> audience, Set<String> presenters, @Nullable Nonce nonce) {}

  private Verdict read(String compact, Expected expected, Deadline deadline) {
    try {
      SignedJWT token = SignedJWT.parse(compact);
      if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
        return new Verdict.Bad("not signed with RS256");
      }
      if (token.getHeader().getKeyID() == null) {
        return new Verdict.Bad("does not name its key");
      }
      if (bringsKeysOrExtensions(token.getHeader())) {
        return new Verdict.Bad("a header that brings keys or extensions");
      }
      if (!saysWhoAndWhen(token)) {
        return new Verdict.Bad("a sub that is no text, or an nbf that is to come");
      }
      List<String> madeFor = token.getJWTClaimsSet().getAudience();
      if (madeFor.isEmpty() || !expected.audience.containsAll(madeFor)) {
        return new Verdict.Bad("made for others (aud)");
      }
      IDTokenValidator validator = validator(token, new ClientID(madeFor.getFirst()), deadline);
      return read(validator.validate(token, expected.nonce), expected);
    } catch (ParseException | BadJOSEException invalid) {
      return new Verdict.Bad(String.valueOf(invalid.getMessage()));
    } catch (JOSEException unusable) {
      return new Verdict.Bad("its key does not verify it");
    }
  }

  private static boolean bringsKeysOrExtensions(JWSHeader header) {
    return header.getCriticalParams() != null
        || header.getJWKURL() != null
        || header.getJWK() != null
        || header.getX509CertURL() != null;
  }

  /// The SDK takes a number for a `sub`, and does not look at `nbf`.
  private boolean saysWhoAndWhen(SignedJWT token) throws ParseException {
    Date notBefore = token.getJWTClaimsSet().getNotBeforeTime();
    return token.getPayload().toJSONObject().get("sub") instanceof String
        && (notBefore == null || !clock.instant().plus(SKEW).isBefore(notBefore.toInstant()));
  }

  private IDTokenValidator validator(SignedJWT token, ClientID audience, Deadline deadline) {
    var keys =
        new ImmutableJWKSet<SecurityContext>(
            discovery.keys(token.getHeader().getKeyID(), deadline));
    return new IDTokenValidator(
        client.issuer(),
        audience,
        new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys),
        null);
  }

  /// Steps 4 and 5 are left to us.
  private Verdict read(IDTokenClaimsSet claims, Expected expected) {
    // As texts: the SDK's own types throw for empty ones.
    Optional<String> party = text(claims, "azp");
    List<String> madeFor = Audience.toStringList(claims.getAudience());
    if (party.isEmpty() && madeFor.size() > 1) {
      return new Verdict.Bad("made for several without saying whose it is (azp)");
    }
    String presenter = party.orElseGet(madeFor::getFirst);
    if (!expected.presenters.contains(presenter)) {
      return new Verdict.Bad("given to another party (azp)");
    }
    Identity identity;
    try {
      identity = new Identity(client.provider(), claims.getSubject().getValue());
    } catch (IllegalArgumentException notAllowed) {
      return new Verdict.Bad("a sub that OpenID Connect does not allow");
    }
    return new Verdict.Good(person(identity, claims), text(claims, "nonce"), presenter);
  }

  /// An address that Apple relays is an address like any other, and its owner's only one here.
  private static ProviderProfile person(Identity identity, IDTokenClaimsSet claims) {
    Optional<EmailAddress> email =
        isDisowned(claims.getClaim("email_verified"))
            ? Optional.empty()
            : text(claims, "email").flatMap(EmailAddress::parse);
    Optional<DisplayName> name = text(claims, "name").flatMap(DisplayName::fitting);
    return new ProviderProfile(identity, email, name);
  }

  /// Apple writes its booleans as texts at times.
  private static boolean isDisowned(Object emailVerified) {
    return "false".equals(String.valueOf(emailVerified));
  }

  private static Optional<String> text(IDTokenClaimsSet claims, String claim) {
    return claims.getClaim(claim) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
