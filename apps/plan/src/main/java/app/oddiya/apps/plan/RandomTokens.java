package app.oddiya.apps.plan;

import app.oddiya.domain.planning.plan.ShareToken;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/// Tokens that nobody can guess.
final class RandomTokens implements Supplier<ShareToken> {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public ShareToken get() {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return new ShareToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }
}
