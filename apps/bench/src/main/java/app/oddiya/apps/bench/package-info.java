/// Benchmarks: what is measured, beside what, and whether it holds.
@NullMarked
package app.oddiya.apps.bench;

import org.jspecify.annotations.NullMarked;
