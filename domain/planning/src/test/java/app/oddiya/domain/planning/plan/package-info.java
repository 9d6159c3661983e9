/// Tests of the rules of plans.
@NullMarked
package app.oddiya.domain.planning.plan;

import org.jspecify.annotations.NullMarked;
