/// Stores for tests: at an address from the environment, else embedded; one of each for a test run,
/// never skipped.
@NullMarked
package app.oddiya.apps.stores.junit;

import org.jspecify.annotations.NullMarked;
