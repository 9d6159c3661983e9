/// A clock that stands still until a test moves it.
@NullMarked
package app.oddiya.domain.testkit.time;

import org.jspecify.annotations.NullMarked;
