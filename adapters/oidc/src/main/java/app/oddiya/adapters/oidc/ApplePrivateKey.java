package app.oddiya.adapters.oidc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// The key that Apple lets one download once, as `AuthKey_{id}.p8`.
///
/// @param key on the curve P-256
public record ApplePrivateKey(ECPrivateKey key) {

  private static final int P256_BITS = 256;

  public ApplePrivateKey {
    if (key.getParams().getOrder().bitLength() != P256_BITS) {
      throw new IllegalArgumentException("must be a key on the curve P-256");
    }
  }

  /// Reads a PEM file.
  ///
  /// @throws IllegalArgumentException saying what the file must be, and nothing of what it holds
  public static ApplePrivateKey read(Path pem) {
    try {
      String base64 =
          Files.readString(pem)
              .replace("-----BEGIN PRIVATE KEY-----", "")
              .replace("-----END PRIVATE KEY-----", "");
      var pkcs8 = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
      if (KeyFactory.getInstance("EC").generatePrivate(pkcs8) instanceof ECPrivateKey key) {
        return new ApplePrivateKey(key);
      }
      throw new IllegalArgumentException("must be a key on the curve P-256");
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("must be a PEM file with an EC private key (PKCS 8)", e);
    }
  }

  @Override
  public String toString() {
    return "ApplePrivateKey[...]";
  }
}
