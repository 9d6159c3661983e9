/// What keeping plans costs beside plain JDBC, and whether it stays so as they become many.
@NullMarked
package app.oddiya.apps.bench.store;

import org.jspecify.annotations.NullMarked;
