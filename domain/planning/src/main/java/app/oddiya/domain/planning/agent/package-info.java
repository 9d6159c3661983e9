/// Writing a draft of a plan, and what the writer asks the world for: weather and exchange rates.
@NullMarked
package app.oddiya.domain.planning.agent;

import org.jspecify.annotations.NullMarked;
