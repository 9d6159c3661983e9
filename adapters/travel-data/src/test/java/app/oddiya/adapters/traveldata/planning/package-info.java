/// The catalogue is what it says it is, and is served as its ports promise.
@NullMarked
package app.oddiya.adapters.traveldata.planning;

import org.jspecify.annotations.NullMarked;
