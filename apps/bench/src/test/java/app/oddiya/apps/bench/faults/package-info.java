/// Tests of the drill.
@NullMarked
package app.oddiya.apps.bench.faults;

import org.jspecify.annotations.NullMarked;
