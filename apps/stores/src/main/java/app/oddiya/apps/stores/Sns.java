package app.oddiya.apps.stores;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Our stub of SNS, with the topic and the two platform applications that Oddiya publishes to.
public final class Sns implements Store {

  private static final String ARN = "arn:aws:sns:ap-northeast-2:000000000000:";

  private final ChildProcess process;
  private final int port;

  private Sns(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  public static Sns start(Home home, int port) {
    ChildProcess process =
        JavaStore.start(
            home,
            "sns",
            app.oddiya.apps.stores.sns.Main.class,
            32,
            Map.of("PORT", Integer.toString(port), "DATA", home.data("sns").toString()));
    return new Sns(process, port);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// What was published, oldest first, as JSON lines; `?after=N` leaves out the first N.
  public URI published() {
    return endpoint().resolve("/_published");
  }

  /// The topic that every finished film is told to.
  public static String eventsTopicArn() {
    return ARN + "oddiya-events";
  }

  /// The platform application of iPhones.
  public static String apnsArn() {
    return ARN + "app/APNS_SANDBOX/oddiya";
  }

  /// The platform application of Android phones.
  public static String fcmArn() {
    return ARN + "app/GCM/oddiya";
  }

  @Override
  public String name() {
    return process.name();
  }

  @Override
  public CompletableFuture<?> ended() {
    return process.ended();
  }

  @Override
  public void close() {
    process.close();
  }
}
