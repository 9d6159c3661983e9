/// The fakes of the planning context pass the contracts of their ports.
@NullMarked
package app.oddiya.adapters.memory.planning;

import org.jspecify.annotations.NullMarked;
