package app.oddiya.domain.planning.place;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import java.util.List;
import java.util.Optional;

/// Looks places up, page by page.
public interface PlaceSearch {

  /// The places that answer to `query`, the better match first: those called so, then the nearer
  /// ones, in an order that stays as it is from page to page. A cursor that was not made here is as
  /// good as an empty list. Of several providers those that answer are enough, and the others are
  /// named.
  ///
  /// @throws app.oddiya.domain.shared.Unavailable if nothing is found and somebody does not answer
  ///     in time, which is never the same as an empty page
  FoundPlaces search(PlaceQuery query, Page.Request page, Deadline deadline);

  /// A page of answers that are all at hand, of providers none of which is silent.
  static FoundPlaces found(List<Place> answers, Page.Request page) {
    return FoundPlaces.of(page(answers, page));
  }

  /// A page of answers that are all at hand. Its cursor is the id of the last place shown.
  static Page<Place> page(List<Place> answers, Page.Request page) {
    int from = page.after().map(cursor -> positionAfter(answers, cursor)).orElse(0);
    int to = Math.min(answers.size(), from + page.limit());
    return new Page<>(
        answers.subList(from, to),
        to < answers.size()
            ? Optional.of(new Page.Cursor(answers.get(to - 1).id().toString()))
            : Optional.empty());
  }

  private static int positionAfter(List<Place> answers, Page.Cursor cursor) {
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).id().toString().equals(cursor.value())) {
        return i + 1;
      }
    }
    return answers.size();
  }
}
