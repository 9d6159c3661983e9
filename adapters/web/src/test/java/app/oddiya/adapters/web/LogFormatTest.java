package app.oddiya.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;

/// The log of every service, as `JsonLog` makes it.
class LogFormatTest {

  private final LoggerContext context = new LoggerContext();
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  private Logger logger() {
    context.setMDCAdapter(MDC.getMDCAdapter());
    new JsonLog().configured(context);
    events.start();
    var logger = context.getLogger("app.oddiya.test");
    logger.setAdditive(false);
    logger.addAppender(events);
    return logger;
  }

  private String line() {
    var console =
        (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender(JsonLog.APPENDER);
    return new String(console.getEncoder().encode(events.list.getFirst()), StandardCharsets.UTF_8);
  }

  @Test
  void isOneJsonObjectALineWithTheEventsFields() {
    logger().atInfo().addKeyValue("event", "request").addKeyValue("status", 200).log("request");

    assertThat(line())
        .startsWith("{\"@timestamp\":\"")
        .contains("\"event\":\"request\"", "\"status\":200", "\"level\":\"INFO\"")
        .endsWith("}\n");
  }

  @Test
  void isWhatLogbackFindsByItself() {
    assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(JsonLog.class);
  }

  @Test
  void hidesTokensAndAddressesThatTheTextOfAnExceptionMayBring() {
    String token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI3In0.c2lnbmF0dXJl";
    logger()
        .atError()
        .addKeyValue("event", "bug")
        .setCause(new IllegalStateException("Key (email)=(kim.minji@example.co.kr), " + token))
        .log("unexpected exception");

    assertThat(line())
        .contains("Key (email)=(***), ***", "LogFormatTest.java:")
        .doesNotContain("kim.minji", "eyJ");
  }
}
