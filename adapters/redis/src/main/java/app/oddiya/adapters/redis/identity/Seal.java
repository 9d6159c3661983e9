package app.oddiya.adapters.redis.identity;

import app.oddiya.domain.identity.session.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// Closes a text so that only the holder of a secret can read it: AES-256-GCM under a key that
/// HKDF-SHA256 (RFC 5869) makes of the secret. The store has the secret's hash, from which neither
/// follows; so whoever copies the store can read nothing in it.
final class Seal {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] purpose;

  /// @param purpose keeps texts of different kinds apart, were they ever sealed by one secret
  Seal(String purpose) {
    this.purpose = purpose.getBytes(StandardCharsets.US_ASCII);
  }

  String close(String text, Secret by) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] closed = run(Cipher.ENCRYPT_MODE, by, nonce, text.getBytes(StandardCharsets.UTF_8));
    byte[] both = Arrays.copyOf(nonce, nonce.length + closed.length);
    System.arraycopy(closed, 0, both, nonce.length, closed.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
  }

  /// @throws IllegalStateException if the text was not sealed by this secret for this purpose
  String open(String sealed, Secret by) {
    byte[] both = Base64.getUrlDecoder().decode(sealed);
    byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
    byte[] closed = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
    return new String(run(Cipher.DECRYPT_MODE, by, nonce, closed), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, Secret by, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key(by), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("what was stored is not what was sealed", broken);
    }
  }

  private SecretKey key(Secret by) throws GeneralSecurityException {
    byte[] material = by.value().getBytes(StandardCharsets.US_ASCII);
    return KDF.getInstance("HKDF-SHA256")
        .deriveKey("AES", HKDFParameterSpec.ofExtract().addIKM(material).thenExpand(purpose, 32));
  }
}
