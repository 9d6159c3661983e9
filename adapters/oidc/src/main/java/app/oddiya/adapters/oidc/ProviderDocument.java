package app.oddiya.adapters.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.Optional;
import net.minidev.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// What a provider publishes of itself (OpenID Connect Discovery 1.0, section 3), as far as we go
/// there.
///
/// @param authorization where people are sent
/// @param token where codes are exchanged
/// @param revocation where it is told of tokens that are no longer needed, if it wants to be
/// @param keys where its public keys are
record ProviderDocument(URI authorization, URI token, Optional<URI> revocation, URI keys) {

  /// Reads a document that is the issuer's own (section 4.3) and leads nowhere else than a provider
  /// may: over TLS, or, where the issuer itself is spoken to in the clear as on a developer's
  /// machine, to its own host. So no document makes us knock inside our own network.
  ///
  /// @throws ParseException if it is not
  static ProviderDocument parse(JSONObject json, Issuer issuer) throws ParseException {
    OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(json);
    if (!metadata.getIssuer().equals(issuer)) {
      throw new ParseException("the document is " + metadata.getIssuer() + "'s");
    }
    return new ProviderDocument(
        safe(metadata.getAuthorizationEndpointURI(), issuer),
        safe(metadata.getTokenEndpointURI(), issuer),
        metadata.getRevocationEndpointURI() == null
            ? Optional.empty()
            : Optional.of(safe(metadata.getRevocationEndpointURI(), issuer)),
        safe(metadata.getJWKSetURI(), issuer));
  }

  private static URI safe(@Nullable URI endpoint, Issuer issuer) throws ParseException {
    if (endpoint == null || endpoint.getHost() == null || endpoint.getRawUserInfo() != null) {
      throw new ParseException("an endpoint is missing");
    }
    URI own = URI.create(issuer.getValue());
    boolean besideIt =
        "http".equals(own.getScheme())
            && "http".equals(endpoint.getScheme())
            && endpoint.getHost().equals(own.getHost());
    if (!besideIt && !"https".equals(endpoint.getScheme())) {
      throw new ParseException("an endpoint is not reached over TLS");
    }
    return endpoint;
  }
}
