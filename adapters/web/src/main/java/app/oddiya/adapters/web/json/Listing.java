package app.oddiya.adapters.web.json;

import app.oddiya.domain.shared.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list on the wire.
///
/// @param nextCursor what to send as `cursor` for the following page; null on the last one
public record Listing<T>(List<T> items, @Nullable String nextCursor) {

  public static <D, T> Listing<T> of(Page<D> page, Function<? super D, ? extends T> toWire) {
    return new Listing<>(
        page.items().stream().<T>map(toWire).toList(),
        page.next().map(Page.Cursor::value).orElse(null));
  }
}
