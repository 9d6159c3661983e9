package app.oddiya.domain.shared;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/// One page of a list that is read by key, never by offset.
///
/// @param items at most as many as were asked for, in the list's order
/// @param next where the following page begins; empty on the last one
public record Page<T>(List<T> items, Optional<Cursor> next) {

  public Page {
    items = List.copyOf(items);
  }

  /// What was asked for.
  ///
  /// @param limit 1..100
  /// @param after the last page's `next`; empty for the first page
  public record Request(int limit, Optional<Cursor> after) {

    public Request {
      if (limit < 1 || limit > 100) {
        throw new IllegalArgumentException("limit: " + limit + " (expected: 1..100)");
      }
    }
  }

  /// The key of the last item of a page, opaque to clients.
  public record Cursor(String value) {}

  /// All items of a list, of which a page is held at a time. The first page is read at once, every
  /// other when the one before it has been gone through.
  ///
  /// @param pages reads the page after a cursor
  public static <T> Iterator<T> walk(Function<Optional<Cursor>, Page<T>> pages) {
    return new Walk<>(pages);
  }

  private static final class Walk<T> implements Iterator<T> {

    private final Function<Optional<Cursor>, Page<T>> pages;
    private Page<T> page;
    private int index;

    Walk(Function<Optional<Cursor>, Page<T>> pages) {
      this.pages = pages;
      this.page = pages.apply(Optional.empty());
    }

    @Override
    public boolean hasNext() {
      while (index == page.items.size() && page.next.isPresent()) {
        page = pages.apply(page.next);
        index = 0;
      }
      return index < page.items.size();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return page.items.get(index++);
    }
  }
}
