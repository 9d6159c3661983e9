/// The itinerary solver on published instances.
@NullMarked
package app.oddiya.apps.bench.solver;

import org.jspecify.annotations.NullMarked;
