package app.oddiya.apps.local;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/// Seven of something, started at the same time and stopped one after the other.
///
/// @param each in the order in which they are stopped
/// @param stop stops one
record SideBySide<T>(Map<ServiceName, T> each, Consumer<T> stop, CompletableFuture<String> death)
    implements ServiceRunner.Running {

  static <T> SideBySide<T> start(
      Function<ServiceName, T> start, Consumer<T> stop, CompletableFuture<String> death) {
    Map<ServiceName, CompletableFuture<T>> starting = new EnumMap<>(ServiceName.class);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (ServiceName service : ServiceName.values()) {
        starting.put(service, CompletableFuture.supplyAsync(() -> start.apply(service), threads));
      }
    }
    Map<ServiceName, T> started = new EnumMap<>(ServiceName.class);
    List<CompletionException> failures = new ArrayList<>();
    starting.forEach(
        (service, future) -> {
          try {
            started.put(service, future.join());
          } catch (CompletionException e) {
            failures.add(e);
          }
        });
    SideBySide<T> all = new SideBySide<>(started, stop, death);
    if (failures.isEmpty()) {
      return all;
    }
    all.close();
    throw new StartFailure(failures.stream().map(Throwable::getCause).toList());
  }

  /// No services at all.
  static ServiceRunner.Running none() {
    return new SideBySide<>(Map.of(), nothing -> {}, new CompletableFuture<>());
  }

  @Override
  public void close() {
    each.values().forEach(stop);
  }
}
