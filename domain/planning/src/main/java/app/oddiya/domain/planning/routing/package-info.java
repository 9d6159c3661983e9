/// Which places, on which day, in which order: the itinerary solver and the travel times it trusts.
@NullMarked
package app.oddiya.domain.planning.routing;

import org.jspecify.annotations.NullMarked;
