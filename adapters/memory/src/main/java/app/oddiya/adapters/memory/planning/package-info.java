/// Places, plans and all that a plan is made from in memory, for tests to fill and to break.
@NullMarked
package app.oddiya.adapters.memory.planning;

import org.jspecify.annotations.NullMarked;
