package app.oddiya.adapters.redis.planning;

import app.oddiya.adapters.redis.Cache;
import io.lettuce.core.KeyValue;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;

/// The cache as planning uses it: what cannot be read is not there, what cannot be written is not
/// kept, and nobody hears of it.
record Shelf(Cache cache) {

  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  <T> Optional<T> read(String key, TypeReference<T> type) {
    return ask(connection -> connection.async().get(key))
        .flatMap(json -> CachedJson.read(json, type));
  }

  /// One for each of `keys`.
  <T> List<Optional<T>> readAll(List<String> keys, TypeReference<T> type) {
    List<KeyValue<String, byte[]>> found =
        ask(connection -> connection.async().mget(keys.toArray(String[]::new))).orElse(List.of());
    List<Optional<T>> values = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      values.add(
          i < found.size() && found.get(i).hasValue()
              ? CachedJson.read(found.get(i).getValue(), type)
              : Optional.empty());
    }
    return values;
  }

  /// Keeps a value for `life`, and does not wait for it.
  void write(String key, Object value, Duration life) {
    byte[] json = CachedJson.write(value);
    var _ =
        cache
            .ask(connection -> connection.async().set(key, json, SetArgs.Builder.px(life)))
            .whenComplete((done, failure) -> tell(failure));
  }

  /// Waits for the answer to a question, if there is one.
  <T> Optional<T> ask(
      Function<StatefulRedisConnection<String, byte[]>, CompletionStage<T>> question) {
    try {
      return Optional.ofNullable(cache.ask(question).join());
    } catch (CompletionException failed) {
      tell(failed);
      return Optional.empty();
    }
  }

  /// Of a cache that is away the cache tells itself.
  private void tell(@Nullable Throwable failure) {
    if (failure != null && !cache.isAway()) {
      LOG.atWarn()
          .addKeyValue("event", "cache_unused")
          .addKeyValue("reason", failure.toString())
          .log("the cache is of no use for this question");
    }
  }
}
