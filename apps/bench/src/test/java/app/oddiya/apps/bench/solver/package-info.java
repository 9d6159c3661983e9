/// Tests of how the solver is measured.
@NullMarked
package app.oddiya.apps.bench.solver;

import org.jspecify.annotations.NullMarked;
