/// Tests of how plans are judged.
@NullMarked
package app.oddiya.apps.bench.plan;

import org.jspecify.annotations.NullMarked;
