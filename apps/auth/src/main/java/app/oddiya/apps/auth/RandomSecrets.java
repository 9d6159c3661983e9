package app.oddiya.apps.auth;

import app.oddiya.domain.identity.session.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/// Secrets that nobody can guess.
final class RandomSecrets implements Supplier<Secret> {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public Secret get() {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }
}
