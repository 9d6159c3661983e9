/// The planning context's words in JSON, as `product/api.md` fixes them: what the plan service
/// shows its clients is what llm-agent tells the plan service, stop by stop.
@NullMarked
package app.oddiya.adapters.services.planning.wire;

import org.jspecify.annotations.NullMarked;
