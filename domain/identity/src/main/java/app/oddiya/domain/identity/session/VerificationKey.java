package app.oddiya.domain.identity.session;

import java.math.BigInteger;
import java.time.Duration;

/// The public half of an RSA key that tokens are signed with.
///
/// @param id the key's RFC 7638 thumbprint, which tokens carry as `kid`
public record VerificationKey(String id, BigInteger modulus, BigInteger exponent) {

  /// How long others may go on with the keys that they were told.
  public static final Duration MAX_AGE = Duration.ofMinutes(5);
}
