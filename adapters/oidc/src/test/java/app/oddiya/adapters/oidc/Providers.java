package app.oddiya.adapters.oidc;

import app.oddiya.domain.identity.session.IdentityProviders;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;

/// Providers at given addresses, as the app would have them.
final class Providers {

  static final String GOOGLE_CLIENT = "google-client";
  static final Set<String> GOOGLE_APPS = Set.of("google-ios", "google-android");
  static final String APPLE_APP = "app.oddiya";

  private Providers() {}

  static IdentityProviders at(URI google, URI apple) {
    try {
      var key = new ApplePrivateKey(new ECKeyGenerator(Curve.P_256).generate().toECPrivateKey());
      return OidcModule.providers(
          new OidcConfig(
              URI.create("https://oddiya.example/"),
              new OidcConfig.Google(google, GOOGLE_CLIENT, "google-secret", GOOGLE_APPS),
              new OidcConfig.Apple(apple, "app.oddiya.web", Set.of(APPLE_APP), "TEAM", "KEY", key)),
          InstantSource.system());
    } catch (JOSEException e) {
      throw new AssertionError("every JDK has P-256", e);
    }
  }
}
