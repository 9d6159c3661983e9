/// Plans for a collection of trip requests, through the whole of llm-agent.
@NullMarked
package app.oddiya.apps.bench.plan;

import org.jspecify.annotations.NullMarked;
