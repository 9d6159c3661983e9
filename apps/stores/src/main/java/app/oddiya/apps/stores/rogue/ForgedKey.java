package app.oddiya.apps.stores.rogue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;

/// A key of a provider, or of somebody who says to be one.
///
/// @param id its `kid`
public record ForgedKey(String id, KeyPair pair) {

  private static final int RSA_BITS = 2048;
  private static final int P256_BYTES = 32;

  /// A key for RS256, or PS256.
  public static ForgedKey rsa(String id) {
    return new ForgedKey(id, generated("RSA", RSA_BITS));
  }

  /// A key for ES256.
  public static ForgedKey ec(String id) {
    return new ForgedKey(id, generated("EC", P256_BYTES * Byte.SIZE));
  }

  /// The public half, as JSON (RFC 7517).
  public String jwk() {
    return switch (publicKey()) {
      case RSAPublicKey rsa ->
          "{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}"
              .formatted(id, number(rsa.getModulus(), 0), number(rsa.getPublicExponent(), 0));
      case ECPublicKey ec ->
          "{\"kty\":\"EC\",\"use\":\"sig\",\"crv\":\"P-256\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}"
              .formatted(
                  id,
                  number(ec.getW().getAffineX(), P256_BYTES),
                  number(ec.getW().getAffineY(), P256_BYTES));
      default -> throw new IllegalStateException("neither RSA nor EC");
    };
  }

  /// What anybody may know.
  public PublicKey publicKey() {
    return pair.getPublic();
  }

  /// @param algorithm RS256, RS512, PS256 or ES256
  byte[] sign(String algorithm, String input) {
    try {
      Signature signature = signature(algorithm);
      signature.initSign(pair.getPrivate());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("cannot sign " + algorithm + " with " + id, e);
    }
  }

  private static Signature signature(String algorithm) throws GeneralSecurityException {
    return switch (algorithm) {
      case "RS256" -> Signature.getInstance("SHA256withRSA");
      case "RS512" -> Signature.getInstance("SHA512withRSA");
      case "ES256" -> Signature.getInstance("SHA256withECDSAinP1363Format");
      case "PS256" -> {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        yield pss;
      }
      default -> throw new GeneralSecurityException("no such algorithm here");
    };
  }

  private static KeyPair generated(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA and P-256", e);
    }
  }

  /// Big-endian and unsigned.
  ///
  /// @param width filled up with zeros to so many bytes; 0 for as few as it takes
  private static String number(BigInteger value, int width) {
    byte[] signed = value.toByteArray();
    int start = signed[0] == 0 ? 1 : 0;
    int length = signed.length - start;
    byte[] bytes = new byte[Math.max(width, length)];
    System.arraycopy(signed, start, bytes, bytes.length - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "ForgedKey[" + id + "]";
  }
}
