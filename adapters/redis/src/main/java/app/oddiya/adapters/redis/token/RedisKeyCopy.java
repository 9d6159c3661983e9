package app.oddiya.adapters.redis.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.oddiya.adapters.redis.Cache;
import app.oddiya.adapters.web.token.KeyCopy;
import io.lettuce.core.SetArgs;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The issuer's keys under `jwks`: a line with the moment when they were fetched, then the JWK set.
final class RedisKeyCopy implements KeyCopy {

  private static final Logger LOG = LoggerFactory.getLogger(RedisKeyCopy.class);
  private static final String KEY = "jwks";

  /// Longer than any outage of the issuer that people would sleep through.
  private static final Duration KEPT = Duration.ofDays(1);

  private final Cache cache;

  RedisKeyCopy(Cache cache) {
    this.cache = cache;
  }

  @Override
  public Optional<Kept> read() {
    try {
      return Optional.ofNullable(cache.ask(connection -> connection.async().get(KEY)).join())
          .flatMap(RedisKeyCopy::parse);
    } catch (CompletionException away) {
      tell("token_keys_copy_unread", away);
      return Optional.empty();
    }
  }

  private static Optional<Kept> parse(byte[] value) {
    String text = new String(value, UTF_8);
    int end = text.indexOf('\n');
    try {
      Instant fetched = Instant.parse(text.substring(0, Math.max(0, end)));
      return Optional.of(new Kept(text.substring(end + 1), fetched));
    } catch (DateTimeException notOurs) {
      tell("token_keys_copy_bad", notOurs);
      return Optional.empty();
    }
  }

  @Override
  public void write(Kept kept) {
    byte[] value = (kept.fetched() + "\n" + kept.json()).getBytes(UTF_8);
    var _ =
        cache
            .ask(connection -> connection.async().set(KEY, value, SetArgs.Builder.ex(KEPT)))
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    tell("token_keys_copy_unwritten", failure);
                  }
                });
  }

  private static void tell(String event, Throwable failure) {
    LOG.atWarn()
        .addKeyValue("event", event)
        .addKeyValue("reason", failure.toString())
        .log("the copy of the token keys is of no use now");
  }
}
