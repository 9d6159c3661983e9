package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.session.AccessToken;
import app.oddiya.domain.identity.session.TokenSigner;
import app.oddiya.domain.identity.session.VerificationKey;
import app.oddiya.domain.shared.UserId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Signs with a key that is made once in a process, as that takes most of a second, and that nobody
/// keeps. The issuer is `memory`, the audience `oddiya`, and `jti` counts 1, 2, 3. Safe for
/// concurrent use.
public final class MemoryTokenSigner implements TokenSigner {

  private static final KeyPair KEY = makeKey();
  private static final VerificationKey PUBLISHED = published((RSAPublicKey) KEY.getPublic());

  private final AtomicLong signed = new AtomicLong();

  private static KeyPair makeKey() {
    try {
      KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
      rsa.initialize(2048);
      return rsa.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has RSA", impossible);
    }
  }

  private static VerificationKey published(RSAPublicKey half) {
    // The thumbprint of RFC 7638: members in this order, without blanks.
    String thumbprint =
        Sha256.base64Url(
            """
            {"e":"%s","kty":"RSA","n":"%s"}"""
                .formatted(unsigned(half.getPublicExponent()), unsigned(half.getModulus())));
    return new VerificationKey(thumbprint, half.getModulus(), half.getPublicExponent());
  }

  @Override
  public AccessToken sign(UserId user, Instant now) {
    String header =
        """
        {"alg":"RS256","typ":"at+jwt","kid":"%s"}"""
            .formatted(PUBLISHED.id());
    String claims =
        """
        {"iss":"memory","aud":"oddiya","sub":"%s","client_id":"memory","iat":%d,"exp":%d,"jti":"%d"}"""
            .formatted(
                user,
                now.getEpochSecond(),
                now.plus(AccessToken.LIFETIME).getEpochSecond(),
                signed.incrementAndGet());
    String content = base64Url(utf8(header)) + "." + base64Url(utf8(claims));
    return new AccessToken(content + "." + base64Url(signatureOf(content)));
  }

  @Override
  public List<VerificationKey> keys(Instant now) {
    return List.of(PUBLISHED);
  }

  private byte[] signatureOf(String content) {
    try {
      Signature rs256 = Signature.getInstance("SHA256withRSA");
      rs256.initSign(KEY.getPrivate());
      rs256.update(utf8(content));
      return rs256.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a key made for signing signs", impossible);
    }
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return base64Url(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
