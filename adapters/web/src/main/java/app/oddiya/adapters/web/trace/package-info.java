/// Traces of requests, recorded with OpenTelemetry where somebody collects them.
@NullMarked
package app.oddiya.adapters.web.trace;

import org.jspecify.annotations.NullMarked;
