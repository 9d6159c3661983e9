package app.oddiya.domain.testkit.story;

import app.oddiya.domain.identity.session.CodeChallenge;
import app.oddiya.domain.identity.session.CodeVerifier;
import app.oddiya.domain.identity.session.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Secrets that no test has seen before, and the other half of them.
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  public static Secret fresh() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  public static CodeVerifier freshVerifier() {
    return new CodeVerifier(fresh().value());
  }

  /// RFC 7636, section 4.2.
  public static CodeChallenge challengeOf(CodeVerifier verifier) {
    return new CodeChallenge(
        Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(verifier.value())));
  }

  /// As apps write the nonce that they give to Apple's own sign-in.
  public static String sha256Hex(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }
}
