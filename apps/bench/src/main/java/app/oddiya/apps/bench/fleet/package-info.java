/// What all services cost together: to start, and in memory.
@NullMarked
package app.oddiya.apps.bench.fleet;

import org.jspecify.annotations.NullMarked;
