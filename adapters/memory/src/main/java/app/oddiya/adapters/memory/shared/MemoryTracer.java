package app.oddiya.adapters.memory.shared;

import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Tracer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Keeps what it records in memory; ids are counted, so that a test sees the same ones each time.
/// Safe for concurrent use.
public final class MemoryTracer implements Tracer {

  private static final int TRACE_ID = 35;

  private final AtomicLong ids = new AtomicLong();
  private final ConcurrentLinkedQueue<Recorded> recorded = new ConcurrentLinkedQueue<>();

  /// A span that has been closed.
  ///
  /// @param traceparent its own
  /// @param parent that of the work it is part of
  /// @param notes what was said about it; `failed` is why it came to nothing
  public record Recorded(
      Span.Kind kind,
      String name,
      String traceparent,
      Optional<String> parent,
      Map<String, String> notes) {}

  @Override
  public Span begin(Span.Kind kind, Supplier<String> name, Optional<String> parent) {
    String trace =
        parent
            .map(known -> known.substring(0, TRACE_ID))
            .orElseGet(() -> "00-" + digits(0) + digits(ids.incrementAndGet()));
    String own = trace + "-" + digits(ids.incrementAndGet()) + "-01";
    return new Open(kind, name.get(), own, parent);
  }

  private static String digits(long id) {
    return HexFormat.of().toHexDigits(id);
  }

  /// In the order of their ends.
  public List<Recorded> recorded() {
    return List.copyOf(recorded);
  }

  private final class Open implements Span {

    private final Kind kind;
    private final String name;
    private final String own;
    private final Optional<String> parent;
    private final Map<String, String> notes = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Open(Kind kind, String name, String own, Optional<String> parent) {
      this.kind = kind;
      this.name = name;
      this.own = own;
      this.parent = parent;
    }

    @Override
    public Optional<String> traceparent() {
      return Optional.of(own);
    }

    @Override
    public Span child(Kind childKind, Supplier<String> childName) {
      return begin(childKind, childName, Optional.of(own));
    }

    @Override
    public void note(String key, String value) {
      notes.put(key, value);
    }

    @Override
    public void failed(String why) {
      notes.put("failed", why);
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        recorded.add(new Recorded(kind, name, own, parent, Map.copyOf(notes)));
      }
    }
  }
}
