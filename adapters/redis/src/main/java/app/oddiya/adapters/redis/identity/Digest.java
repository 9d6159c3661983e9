package app.oddiya.adapters.redis.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 in base64url: S256 of PKCE, and all that is kept of a secret. The secrets hold 256
/// random bits, so neither salt nor stretching would add anything.
final class Digest {

  private Digest() {}

  static String of(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /// What hash a text may stand for: its own, or the one that it is, written as [#of] does or in
  /// hexadecimal.
  static List<String> readings(String text) {
    if (text.matches("[0-9a-fA-F]{64}")) {
      byte[] hash = HexFormat.of().parseHex(text);
      return List.of(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }
    return text.matches("[A-Za-z0-9_-]{43}") ? List.of(of(text), text) : List.of();
  }

  /// Compares in a time that does not tell where two texts differ.
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
