package app.oddiya.adapters.web;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashCommonFieldNames;
import net.logstash.logback.mask.MaskingJsonGeneratorDecorator;
import net.logstash.logback.stacktrace.ShortenedThrowableConverter;
import org.slf4j.Logger;

/// One JSON object a line on standard output, for every service. `ODDIYA_LOG_LEVEL` makes it talk
/// more.
///
/// Said in Java, since reading the same from XML takes some 500 classes, which every service would
/// keep. Whoever has a file of logback's for the purpose (`logback.configurationFile`, or
/// `logback-test.xml` or `logback.xml` among the classes) is left to it.
public final class JsonLog extends ContextAwareBase implements Configurator {

  static final String APPENDER = "json";

  private static final String LEVEL = "ODDIYA_LOG_LEVEL";
  private static final int DEPTH_PER_THROWABLE = 30;

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    return hasFile() ? ExecutionStatus.INVOKE_NEXT_IF_ANY : configured(context);
  }

  private static boolean hasFile() {
    return System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null
        || JsonLog.class.getResource("/" + ClassicConstants.TEST_AUTOCONFIG_FILE) != null
        || JsonLog.class.getResource("/" + ClassicConstants.AUTOCONFIG_FILE) != null;
  }

  ExecutionStatus configured(LoggerContext context) {
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setName(APPENDER);
    console.setEncoder(encoder(context));
    console.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(console);
    context.getLogger("app.oddiya").setLevel(level());
    // Warns that nothing is counted before a service binds its meters: that is the time of its
    // start.
    context.getLogger("io.micrometer.core.instrument.composite").setLevel(Level.ERROR);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private Level level() {
    String said = System.getenv(LEVEL);
    if (said == null) {
      return Level.INFO;
    }
    Level level = Level.toLevel(said, Level.INFO);
    if (!level.toString().equalsIgnoreCase(said)) {
      addWarn(LEVEL + " is no level: " + said + "; taking " + level);
    }
    return level;
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context) {
    ShortenedThrowableConverter throwables = new ShortenedThrowableConverter();
    throwables.setMaxDepthPerThrowable(DEPTH_PER_THROWABLE);
    throwables.setRootCauseFirst(true);
    throwables.start();
    MaskingJsonGeneratorDecorator masking = new MaskingJsonGeneratorDecorator();
    masking.addValueMasker(new SecretMasker());
    masking.start();
    LogstashEncoder encoder = new LogstashEncoder();
    encoder.setContext(context);
    encoder.getFieldNames().setVersion(LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR);
    encoder.getFieldNames().setLevelValue(LogstashCommonFieldNames.IGNORE_FIELD_INDICATOR);
    encoder.setThrowableConverter(throwables);
    encoder.addDecorator(masking);
    encoder.addProvider(new TraceIdProvider());
    encoder.start();
    return encoder;
  }
}
