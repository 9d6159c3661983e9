/// A plan, day by day, with what was checked about every stop of it.
@NullMarked
package app.oddiya.domain.planning.plan;

import org.jspecify.annotations.NullMarked;
