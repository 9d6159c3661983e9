package app.oddiya.adapters.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A map that forgets what has not been asked for longest, so that nobody can fill the memory.
/// Safe for concurrent use.
///
/// Two generations instead of a list by last use: a full young generation becomes the old one and
/// what nobody asks for again is gone with it, without a lock on the way of every request.
public final class Recent<K, V> {

  private record Generations<K, V>(ConcurrentHashMap<K, V> young, Map<K, V> old) {}

  private final int generationSize;
  private final AtomicReference<Generations<K, V>> generations =
      new AtomicReference<>(new Generations<>(new ConcurrentHashMap<>(), Map.of()));

  /// @param bound how many entries it holds at most, about
  public Recent(int bound) {
    this.generationSize = Math.max(1, bound / 2);
  }

  public @Nullable V get(K key) {
    Generations<K, V> both = generations.get();
    V value = both.young.get(key);
    if (value != null) {
      return value;
    }
    value = both.old.get(key);
    if (value != null) {
      put(both, key, value);
    }
    return value;
  }

  public void put(K key, V value) {
    put(generations.get(), key, value);
  }

  /// The value of a key, made now if there is none. Two threads that ask at once get the same one.
  public V computeIfAbsent(K key, Function<? super K, ? extends V> made) {
    Generations<K, V> both = generations.get();
    V value = both.young.get(key);
    if (value != null) {
      return value;
    }
    V old = both.old.get(key);
    value = both.young.computeIfAbsent(key, absent -> old == null ? made.apply(absent) : old);
    retireIfFull(both);
    return value;
  }

  private void put(Generations<K, V> both, K key, V value) {
    both.young.put(key, value);
    retireIfFull(both);
  }

  private void retireIfFull(Generations<K, V> both) {
    if (both.young.size() >= generationSize) {
      generations.compareAndSet(both, new Generations<>(new ConcurrentHashMap<>(), both.young));
    }
  }
}
