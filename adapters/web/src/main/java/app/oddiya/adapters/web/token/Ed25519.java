package app.oddiya.adapters.web.token;

import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/// Verifies EdDSA (RFC 8037) with the JDK. The JOSE library would want Google's Tink for it.
final class Ed25519 {

  /// The ASN.1 that stands before the 32 bytes of a key (RFC 8410 section 4).
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int KEY_LENGTH = 32;

  private Ed25519() {}

  /// False also for a key or signature that is none.
  static boolean verifies(OctetKeyPair key, SignedJWT jwt) {
    byte[] raw = key.getX().decode();
    if (raw.length != KEY_LENGTH) {
      return false;
    }
    byte[] encoded = new byte[PREFIX.length + KEY_LENGTH];
    System.arraycopy(PREFIX, 0, encoded, 0, PREFIX.length);
    System.arraycopy(raw, 0, encoded, PREFIX.length, KEY_LENGTH);
    try {
      PublicKey publicKey =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(publicKey);
      signature.update(jwt.getSigningInput());
      return signature.verify(jwt.getSignature().decode());
    } catch (GeneralSecurityException e) {
      // Every JDK has Ed25519, so it is the key or the signature that is no good.
      return false;
    }
  }
}
