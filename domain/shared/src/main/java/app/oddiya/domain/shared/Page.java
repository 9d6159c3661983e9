package app.oddiya.domain.shared;

import java.util.List;
import java.util.Optional;

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
}
