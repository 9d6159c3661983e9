/// Tests of the load.
@NullMarked
package app.oddiya.apps.bench.load;

import org.jspecify.annotations.NullMarked;
