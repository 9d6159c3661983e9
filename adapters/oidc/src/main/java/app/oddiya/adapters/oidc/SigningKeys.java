package app.oddiya.adapters.oidc;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;

/// The RSA keys of our access tokens: the first signs, all are published. A rotation adds the next
/// key at the end, waits until everybody has seen it, moves it to the front, and drops the old one
/// an hour later.
///
/// @param keys with their private halves, 2048 bits or more, at least one
public record SigningKeys(List<RSAKey> keys) {

  private static final int LEAST_BITS = 2048;

  public SigningKeys {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("must be a JWK set with at least one key");
    }
    for (RSAKey key : keys) {
      if (!key.isPrivate() || key.size() < LEAST_BITS) {
        throw new IllegalArgumentException("must hold private RSA keys of 2048 bits or more only");
      }
    }
  }

  /// Reads a JWK set (RFC 7517, section 5).
  ///
  /// @throws IllegalArgumentException saying what the file must be, and nothing of what it holds
  public static SigningKeys read(Path jwks) {
    try {
      return new SigningKeys(
          JWKSet.load(jwks.toFile()).getKeys().stream().map(SigningKeys::rsa).toList());
    } catch (IOException | ParseException e) {
      throw new IllegalArgumentException("must be a file with a JWK set", e);
    }
  }

  private static RSAKey rsa(JWK key) {
    if (key instanceof RSAKey rsa) {
      return rsa;
    }
    throw new IllegalArgumentException("must hold private RSA keys of 2048 bits or more only");
  }

  @Override
  public String toString() {
    return "SigningKeys[" + keys.size() + "]";
  }
}
