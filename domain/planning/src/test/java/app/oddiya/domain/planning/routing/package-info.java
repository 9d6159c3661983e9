/// Tests of the rules of the itinerary solver.
@NullMarked
package app.oddiya.domain.planning.routing;

import org.jspecify.annotations.NullMarked;
