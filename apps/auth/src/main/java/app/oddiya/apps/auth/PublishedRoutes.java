package app.oddiya.apps.auth;

import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.domain.identity.session.TokenSigner;
import app.oddiya.domain.identity.session.VerificationKey;
import java.math.BigInteger;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// What anybody may know of us: the keys to check our tokens with, and where things are.
final class PublishedRoutes {

  /// A new key is published longer than that before it signs, so nobody has to look more often.
  private static final String CACHED = "public, max-age=" + VerificationKey.MAX_AGE.toSeconds();

  private final Metadata metadata;
  private final TokenSigner signer;
  private final InstantSource clock;

  PublishedRoutes(String issuer, URI publicUrl, TokenSigner signer, InstantSource clock) {
    this.metadata = Metadata.of(issuer, publicUrl.toString().replaceFirst("/$", ""));
    this.signer = signer;
    this.clock = clock;
  }

  record JwkSet(List<Jwk> keys) {}

  /// RFC 7517 and RFC 7518, section 6.3.1.
  record Jwk(String kty, String use, String alg, String kid, String n, String e) {

    static Jwk of(VerificationKey key) {
      return new Jwk(
          "RSA", "sig", "RS256", key.id(), base64Url(key.modulus()), base64Url(key.exponent()));
    }

    private static String base64Url(BigInteger number) {
      byte[] bytes = number.toByteArray();
      // Java writes a sign, JWK does not.
      byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
      return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }
  }

  /// RFC 8414, section 2. There is no `authorization_endpoint`, as each provider has its own and no
  /// grant of the token endpoint begins there.
  record Metadata(
      String issuer,
      @Named("token_endpoint") String tokenEndpoint,
      @Named("revocation_endpoint") String revocationEndpoint,
      @Named("jwks_uri") String jwksUri,
      @Named("response_types_supported") List<String> responseTypesSupported,
      @Named("grant_types_supported") List<String> grantTypesSupported,
      @Named("code_challenge_methods_supported") List<String> codeChallengeMethodsSupported,
      @Named("token_endpoint_auth_methods_supported")
          List<String> tokenEndpointAuthMethodsSupported,
      @Named("revocation_endpoint_auth_methods_supported")
          List<String> revocationEndpointAuthMethodsSupported) {

    static Metadata of(String issuer, String publicUrl) {
      return new Metadata(
          issuer,
          publicUrl + "/oauth2/token",
          publicUrl + "/oauth2/revoke",
          publicUrl + "/.well-known/jwks.json",
          List.of("code"),
          List.of(TokenRequest.REFRESH, TokenRequest.EXCHANGE),
          List.of("S256"),
          List.of("none"),
          List.of("none"));
    }
  }

  Routes all() {
    return Routes.of(
        keysAt("/.well-known/jwks.json"),
        keysAt("/jwks.json"),
        Route.get("/.well-known/oauth-authorization-server", Caller.anyone())
            .summary("Where things are (RFC 8414)")
            .answers(200, Metadata.class, "The metadata", "Cache-Control")
            .handledBy(_ -> Reply.json(200, metadata).with("Cache-Control", CACHED)));
  }

  private Route keysAt(String path) {
    return Route.get(path, Caller.anyone())
        .summary("The public keys of access tokens, the current one first")
        .answers(200, JwkSet.class, "A JWK set", "Cache-Control")
        .handledBy(_ -> Reply.json(200, keys()).with("Cache-Control", CACHED));
  }

  private JwkSet keys() {
    return new JwkSet(signer.keys(clock.instant()).stream().map(Jwk::of).toList());
  }
}
