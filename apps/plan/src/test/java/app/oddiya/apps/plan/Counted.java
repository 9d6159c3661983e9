package app.oddiya.apps.plan;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts how often the ports of a store are asked. Each of their methods is one statement on
/// PostgreSQL, but for those of generation keys.
final class Counted {

  private final AtomicInteger calls = new AtomicInteger();

  /// The same port, whose calls are counted.
  <T> T of(Class<T> port, T real) {
    Object counting =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              if (!method.isDefault()) {
                calls.incrementAndGet();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
    return port.cast(counting);
  }

  /// How often since the last time.
  int calls() {
    return calls.getAndSet(0);
  }
}
