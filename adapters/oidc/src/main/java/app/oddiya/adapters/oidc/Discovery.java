package app.oddiya.adapters.oidc;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A provider's document, remembered for a day and longer while it does not answer, and the keys
/// that it leads to.
final class Discovery {

  private static final Duration FRESH = Duration.ofDays(1);

  /// While what is known is old and the provider does not answer, few are to wait for it.
  private static final Duration APART = Duration.ofMinutes(1);

  private final Client client;
  private final ProviderHttp http;
  private final InstantSource clock;
  private volatile @Nullable Found known;

  Discovery(Client client, ProviderHttp http, InstantSource clock) {
    this.client = client;
    this.http = http;
    this.clock = clock;
  }

  /// @param until when it is to be asked for again
  private record Found(ProviderDocument document, ProviderKeys keys, Instant until) {}

  URI authorizationEndpoint(Deadline deadline) {
    return found(deadline).document.authorization();
  }

  URI tokenEndpoint(Deadline deadline) {
    return found(deadline).document.token();
  }

  /// Empty if the provider has none.
  Optional<URI> revocationEndpoint(Deadline deadline) {
    return found(deadline).document.revocation();
  }

  /// The provider's keys, after looking for one.
  ///
  /// @throws Unavailable if there are none
  JWKSet keys(String kid, Deadline deadline) {
    return found(deadline).keys.lookFor(kid, deadline);
  }

  /// Whoever finds nothing known asks; two at once ask twice, which is once too often a day.
  private Found found(Deadline deadline) {
    Found before = known;
    if (before != null && clock.instant().isBefore(before.until)) {
      return before;
    }
    try {
      ProviderDocument document = ask(deadline);
      Found now = new Found(document, keys(document, before), clock.instant().plus(FRESH));
      known = now;
      return now;
    } catch (Unavailable outage) {
      if (before != null) {
        known = new Found(before.document, before.keys, clock.instant().plus(APART));
        return before;
      }
      throw outage;
    }
  }

  private ProviderDocument ask(Deadline deadline) {
    URI address = URI.create(client.issuer().getValue() + "/.well-known/openid-configuration");
    HTTPResponse answer = http.send(new HTTPRequest(HTTPRequest.Method.GET, address), deadline);
    try {
      if (answer.getStatusCode() != 200) {
        throw new IOException("answered " + answer.getStatusCode());
      }
      return ProviderDocument.parse(ProviderHttp.json(answer), client.issuer());
    } catch (IOException | ParseException nonsense) {
      throw ProviderHttp.unavailable(nonsense);
    }
  }

  /// What is known of the keys stays known while they are where they were.
  private ProviderKeys keys(ProviderDocument document, @Nullable Found before) {
    return before != null && before.keys.address().equals(document.keys())
        ? before.keys
        : new ProviderKeys(document.keys(), http, clock);
  }
}
