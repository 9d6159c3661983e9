package app.oddiya.apps.local;

import app.oddiya.apps.local.trip.SignInLibrary;
import app.oddiya.apps.stores.Ports;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// npm's `oidc-provider`, which the OpenID Foundation has certified, as Google and as Apple, in a
/// process of its own. `./oddiya test certified` installs it.
final class CertifiedProvider implements AutoCloseable {

  private static final String GOOGLE_CLIENT = "oddiya-server";
  private static final String GOOGLE_NATIVE_CLIENT = "oddiya-phone";
  static final String APPLE_CLIENT = "app.oddiya.web";
  private static final String APPLE_NATIVE_CLIENT = "app.oddiya";
  private static final String NATIVE_REDIRECT = "app.oddiya:/signed-in";

  private static final Path INSTALLED = Path.of("..", "..", ".oddiya", "certified");
  private static final String TEAM = "ODDIYA1234";
  private static final String KEY = "CERTIFIED1";

  private final URI google = URI.create("http://127.0.0.1:" + Ports.free());
  private final URI apple = URI.create("http://127.0.0.1:" + Ports.free());
  private final String googleSecret = UUID.randomUUID().toString();
  private final ECKey appleKey;
  private final Path appleKeyFile;
  private final Process process;

  /// @param folder for Apple's key
  /// @param publicUrl where people are sent back to
  CertifiedProvider(Path folder, URI publicUrl) throws IOException, JOSEException {
    appleKey = new ECKeyGenerator(Curve.P_256).generate();
    String base64 = Base64.getMimeEncoder().encodeToString(appleKey.toECPrivateKey().getEncoded());
    appleKeyFile =
        Files.writeString(
            folder.resolve("AuthKey.p8"),
            "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    process = started(settings(publicUrl).toString());
  }

  /// Where it plays Apple.
  URI apple() {
    return apple;
  }

  /// What apps have of it.
  SignInLibrary library(String provider) {
    return provider.equals("google")
        ? new SignInLibrary(google, GOOGLE_NATIVE_CLIENT, NATIVE_REDIRECT)
        : new SignInLibrary(apple, APPLE_NATIVE_CLIENT, NATIVE_REDIRECT);
  }

  /// What our services have to know to be its client.
  Map<String, String> environment() {
    return new HashMap<>(
        Map.of(
            "ODDIYA_GOOGLE_ISSUER", google.toString(),
            "ODDIYA_GOOGLE_CLIENT_ID", GOOGLE_CLIENT,
            "ODDIYA_GOOGLE_CLIENT_SECRET", googleSecret,
            "ODDIYA_GOOGLE_NATIVE_CLIENT_IDS", GOOGLE_NATIVE_CLIENT,
            "ODDIYA_APPLE_ISSUER", apple.toString(),
            "ODDIYA_APPLE_CLIENT_ID", APPLE_CLIENT,
            "ODDIYA_APPLE_NATIVE_CLIENT_IDS", APPLE_NATIVE_CLIENT,
            "ODDIYA_APPLE_TEAM_ID", TEAM,
            "ODDIYA_APPLE_KEY_ID", KEY,
            "ODDIYA_APPLE_PRIVATE_KEY", appleKeyFile.toString()));
  }

  /// A client secret as Apple wants it.
  String appleSecret() {
    return appleSecret(appleKey);
  }

  /// A client secret for Apple, of somebody's making.
  String appleSecret(ECKey key) {
    Instant now = InstantSource.system().instant();
    var secret =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(KEY).build(),
            new JWTClaimsSet.Builder()
                .issuer(TEAM)
                .subject(APPLE_CLIENT)
                .audience(apple.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build());
    try {
      secret.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new AssertionError("a key on P-256 signs ES256", e);
    }
    return secret.serialize();
  }

  private ObjectNode settings(URI publicUrl) {
    ObjectNode settings = JsonMapper.shared().createObjectNode();
    settings
        .putObject("google")
        .put("issuer", google.toString())
        .put("clientId", GOOGLE_CLIENT)
        .put("clientSecret", googleSecret)
        .put("redirectUri", publicUrl + "/oauth2/callback/google")
        .put("nativeClientId", GOOGLE_NATIVE_CLIENT)
        .put("nativeRedirectUri", NATIVE_REDIRECT);
    settings
        .putObject("apple")
        .put("issuer", apple.toString())
        .put("clientId", APPLE_CLIENT)
        .put("teamId", TEAM)
        .put("keyId", KEY)
        .put("redirectUri", publicUrl + "/oauth2/callback/apple")
        .put("nativeClientId", APPLE_NATIVE_CLIENT)
        .put("nativeRedirectUri", NATIVE_REDIRECT)
        .set("publicKey", JsonMapper.shared().readTree(appleKey.toPublicJWK().toJSONString()));
    return settings;
  }

  /// Waits until it says that it listens; what it prints later goes to our own output.
  private static Process started(String settings) throws IOException {
    if (!Files.isRegularFile(INSTALLED.resolve("provider.mjs"))) {
      throw new IOException("not installed: run ./oddiya test certified");
    }
    ProcessBuilder node =
        new ProcessBuilder("node", "provider.mjs")
            .directory(INSTALLED.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    node.environment().put("SETTINGS", settings);
    Process process = node.start();
    BufferedReader said = process.inputReader();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.equals("ready")) {
        return process;
      }
    }
    throw new IOException("the certified provider did not start");
  }

  /// It ends with its standard input, and so also when this process is killed.
  @Override
  public void close() {
    try {
      process.outputWriter().close();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
