/// What becomes of film jobs when workers die and stores go away: `./oddiya bench faults`.
@NullMarked
package app.oddiya.apps.bench.faults;

import org.jspecify.annotations.NullMarked;
