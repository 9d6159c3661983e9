package app.oddiya.apps.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A whole environment of the auth service, with its keys in files.
final class Settled {

  private Settled() {}

  /// @param folder for the keys
  static Map<String, String> environment(
      Path folder, URI google, URI apple, String redis, URI userService)
      throws IOException, JOSEException {
    RSAKey current = rsa();
    RSAKey next = rsa();
    String appleKey =
        Base64.getMimeEncoder()
            .encodeToString(
                new ECKeyGenerator(Curve.P_256).generate().toECPrivateKey().getEncoded());
    return new HashMap<>(
        Map.ofEntries(
            Map.entry("ODDIYA_AUTH_PORT", "0"),
            Map.entry("ODDIYA_AUTH_PRIVATE_PORT", "0"),
            Map.entry("ODDIYA_PUBLIC_URL", "https://oddiya.example"),
            Map.entry(
                "ODDIYA_INTERNAL_KEYS", file(folder, "internal-keys", InternalCaller.publicKeys())),
            Map.entry("ODDIYA_AUTH_INTERNAL_KEY", file(folder, "internal", rsa().toJSONString())),
            Map.entry(
                "ODDIYA_SIGNING_KEYS",
                file(folder, "signing", new JWKSet(List.of(current, next)).toString(false))),
            Map.entry(
                "ODDIYA_PROVIDER_TOKEN_KEYS",
                file(
                    folder,
                    "provider-token-keys",
                    new JWKSet(new OctetSequenceKeyGenerator(256).generate()).toString(false))),
            Map.entry("ODDIYA_GOOGLE_NATIVE_CLIENT_IDS", "google-ios, google-android"),
            Map.entry("ODDIYA_APPLE_NATIVE_CLIENT_IDS", "app.oddiya"),
            Map.entry("ODDIYA_AUTH_LIMIT_ACCOUNT", "off"),
            Map.entry("ODDIYA_USER_URL", userService.toString()),
            Map.entry("ODDIYA_REDIS_SESSIONS_URL", redis),
            Map.entry("ODDIYA_GOOGLE_ISSUER", google.toString()),
            Map.entry("ODDIYA_GOOGLE_CLIENT_ID", "google-client"),
            Map.entry("ODDIYA_GOOGLE_CLIENT_SECRET", "google-secret"),
            Map.entry("ODDIYA_APPLE_ISSUER", apple.toString()),
            Map.entry("ODDIYA_APPLE_CLIENT_ID", "app.oddiya.web"),
            Map.entry("ODDIYA_APPLE_TEAM_ID", "TEAM123456"),
            Map.entry("ODDIYA_APPLE_KEY_ID", "KEY1234567"),
            Map.entry(
                "ODDIYA_APPLE_PRIVATE_KEY",
                file(
                    folder,
                    "apple",
                    "-----BEGIN PRIVATE KEY-----\n"
                        + appleKey
                        + "\n-----END PRIVATE KEY-----\n"))));
  }

  private static RSAKey rsa() throws JOSEException {
    return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
  }

  private static String file(Path folder, String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
