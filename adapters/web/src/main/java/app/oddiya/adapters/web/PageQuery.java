package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Range;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.domain.shared.Page;
import java.util.Optional;

/// The parameters of every list.
record PageQuery(
    @Doc("How many items, 20 by default.") @Range(min = 1, max = 100) Optional<Integer> limit,
    @Doc("The nextCursor of the page before.") @Text(min = 1, max = 512) Optional<String> cursor) {

  private static final int USUAL = 20;

  Page.Request toRequest() {
    return new Page.Request(limit.orElse(USUAL), cursor.map(Page.Cursor::new));
  }
}
