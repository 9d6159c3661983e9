package app.oddiya.adapters.oidc;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What a provider publishes of itself (OpenID Connect Discovery 1.0): its endpoints, remembered
/// for a day and longer while it does not answer, and its keys, remembered for an hour and
/// fetched again for an unknown `kid`, at most twice a minute.
final class Discovery {

  private static final Duration FRESH = Duration.ofDays(1);
  private static final Duration KEYS_FRESH = Duration.ofHours(1);
  private static final Duration KEYS_USABLE = Duration.ofDays(1);
  private static final Duration KEYS_WAIT = Duration.ofSeconds(5);
  private static final Duration KEYS_APART = Duration.ofMinutes(1);

  private final Client client;
  private final ProviderHttp http;
  private final InstantSource clock;
  private volatile @Nullable Found known;

  Discovery(Client client, ProviderHttp http, InstantSource clock) {
    this.client = client;
    this.http = http;
    this.clock = clock;
  }

  /// @param validator of ID tokens for us
  private record Found(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant at) {}

  URI authorizationEndpoint(Deadline deadline) {
    return found(deadline).metadata.getAuthorizationEndpointURI();
  }

  URI tokenEndpoint(Deadline deadline) {
    return found(deadline).metadata.getTokenEndpointURI();
  }

  IDTokenValidator validator(Deadline deadline) {
    return found(deadline).validator;
  }

  /// Whoever finds nothing known asks; two at once ask twice, which is once too often a day.
  private Found found(Deadline deadline) {
    Found before = known;
    if (before != null && clock.instant().isBefore(before.at.plus(FRESH))) {
      return before;
    }
    try {
      Found now = ask(deadline);
      known = now;
      return now;
    } catch (Unavailable outage) {
      if (before != null) {
        return before;
      }
      throw outage;
    }
  }

  private Found ask(Deadline deadline) {
    URI document = URI.create(client.issuer().getValue() + "/.well-known/openid-configuration");
    var request = new HTTPRequest(HTTPRequest.Method.GET, document);
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.parse(http.send(request, deadline).getBodyAsJSONObject());
      // Discovery 1.0, section 4.3: else somebody else's document would be believed.
      if (!metadata.getIssuer().equals(client.issuer())) {
        throw new ParseException("the document is " + metadata.getIssuer() + "'s");
      }
      return new Found(metadata, validator(metadata), clock.instant());
    } catch (ParseException | MalformedURLException nonsense) {
      throw ProviderHttp.unavailable(nonsense);
    }
  }

  /// RS256 is what both sign with, whatever else a token's header may say.
  private IDTokenValidator validator(OIDCProviderMetadata metadata) throws MalformedURLException {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), http)
            .cache(KEYS_FRESH.toMillis(), KEYS_WAIT.toMillis())
            .refreshAheadCache(false)
            .rateLimited(KEYS_APART.toMillis())
            .outageTolerant(KEYS_USABLE.toMillis())
            .retrying(true)
            .build();
    return new IDTokenValidator(
        client.issuer(),
        client.id(),
        new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys),
        null);
  }
}
