package app.oddiya.adapters.redis.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The keys under which providers' tokens are kept: the first encrypts, all decrypt. A rotation
/// puts a new key first; the old ones stay as long as there are tokens under them.
///
/// @param keys of 256 bits each, at least one, no two alike
public record ProviderTokenKeys(List<OctetSequenceKey> keys) {

  private static final int BITS = 256;

  public ProviderTokenKeys {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("must be a JWK set with at least one key");
    }
    Set<String> ids = new HashSet<>();
    for (OctetSequenceKey key : keys) {
      if (key.size() != BITS || !ids.add(id(key))) {
        throw new IllegalArgumentException("must hold different keys of 256 bits (oct) only");
      }
    }
  }

  /// Reads a JWK set (RFC 7517, section 5).
  ///
  /// @throws IllegalArgumentException saying what the file must be, and nothing of what it holds
  public static ProviderTokenKeys read(Path jwks) {
    try {
      return new ProviderTokenKeys(
          JWKSet.load(jwks.toFile()).getKeys().stream().map(ProviderTokenKeys::octets).toList());
    } catch (IOException | ParseException e) {
      throw new IllegalArgumentException("must be a file with a JWK set", e);
    }
  }

  private static OctetSequenceKey octets(JWK key) {
    if (key instanceof OctetSequenceKey octets) {
      return octets;
    }
    throw new IllegalArgumentException("must hold different keys of 256 bits (oct) only");
  }

  /// The RFC 7638 thumbprint: what is encrypted says by it which key it wants.
  static String id(OctetSequenceKey key) {
    try {
      return key.computeThumbprint().toString();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return "ProviderTokenKeys[" + keys.size() + "]";
  }
}
