package app.oddiya.adapters.web;

import app.oddiya.domain.shared.Span;
import ch.qos.logback.classic.spi.ILoggingEvent;
import net.logstash.logback.composite.AbstractJsonProvider;
import tools.jackson.core.JsonGenerator;

/// Says in each line of the log to which trace it belongs, if the thread works for one.
public final class TraceIdProvider extends AbstractJsonProvider<ILoggingEvent> {

  static final String FIELD = "traceId";

  @Override
  public void writeTo(JsonGenerator line, ILoggingEvent event) {
    Span.current().traceId().ifPresent(id -> line.writeStringProperty(FIELD, id));
  }
}
