package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.shared.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A page of places as their providers describe them.
///
/// @param nextCursor null on the last one
/// @param silent empty in an answer of a release before this was told
@Doc("A page of places as their providers describe them.")
public record FoundRecordsView(
    List<PlaceRecordView> items,
    @Doc("What to send as cursor for the following page; null on the last one.")
        @Nullable String nextCursor,
    @Doc("Providers that did not answer.") Optional<List<String>> silent) {

  public static FoundRecordsView of(FoundPlaces found) {
    return new FoundRecordsView(
        found.page().items().stream().map(PlaceRecordView::of).toList(),
        found.page().next().map(Page.Cursor::value).orElse(null),
        Optional.of(List.copyOf(found.silent())));
  }

  public FoundPlaces toFound() {
    return new FoundPlaces(
        new Page<>(
            PlaceRecordView.toPlaces(items), Optional.ofNullable(nextCursor).map(Page.Cursor::new)),
        new LinkedHashSet<>(silent.orElse(List.of())));
  }
}
