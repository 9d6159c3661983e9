package app.oddiya.apps.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The keys of one installation, as files: made once and kept, so that a token outlives a restart.
///
/// @param folder readable by us only
record Keys(Path folder) {

  private static final int RSA_BITS = 2048;
  private static final int AES_BITS = 256;

  private interface Making {
    String content() throws GeneralSecurityException, JOSEException;
  }

  /// Auth's signing keys, a private JWK set.
  Path signing() {
    return kept("signing-keys.json", () -> new JWKSet(rsa()).toString(false));
  }

  /// Auth's keys for what it keeps of providers, a JWK set.
  Path providerTokens() {
    return kept(
        "provider-token-keys.json",
        () ->
            new JWKSet(new OctetSequenceKeyGenerator(AES_BITS).keyIDFromThumbprint(true).generate())
                .toString(false));
  }

  /// The key with which one service signs what it asks of others, a private JWK.
  Path internal(ServiceName service) {
    return kept("internal-" + service.label() + ".json", () -> rsa().toJSONString());
  }

  /// The public halves of all of them, by the name of the caller.
  Path internalPublic() {
    Map<String, String> sets = new LinkedHashMap<>();
    for (ServiceName service : ServiceName.values()) {
      sets.put(service.label(), publicSet(internal(service)));
    }
    String json =
        sets.entrySet().stream()
            .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
            .collect(Collectors.joining(",", "{", "}"));
    return kept("internal-keys.json", () -> json);
  }

  /// What Apple gives a developer: an EC key in PKCS #8 PEM.
  Path apple() {
    return kept(
        "apple.pem",
        () -> {
          KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
          generator.initialize(new ECGenParameterSpec("secp256r1"));
          byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
          return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
              .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key));
        });
  }

  private static RSAKey rsa() throws JOSEException {
    return new RSAKeyGenerator(RSA_BITS)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.RS256)
        .keyIDFromThumbprint(true)
        .generate();
  }

  private static String publicSet(Path privateKey) {
    try {
      return new JWKSet(JWK.parse(Files.readString(privateKey))).toString(true);
    } catch (IOException | ParseException e) {
      throw new IllegalStateException("cannot read the key " + privateKey, e);
    }
  }

  private Path kept(String name, Making making) {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      return file;
    }
    try {
      // Written aside and moved into place, so that half a key is never taken for one.
      Path aside =
          Files.createTempFile(
              folder,
              name,
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(aside, making.content());
      return Files.move(aside, file);
    } catch (IOException | GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("cannot make the key " + file, e);
    }
  }
}
