package app.oddiya.domain.identity.session;

import java.math.BigInteger;

/// The public half of an RSA key that tokens are signed with.
///
/// @param id the key's RFC 7638 thumbprint, which tokens carry as `kid`
public record VerificationKey(String id, BigInteger modulus, BigInteger exponent) {}
