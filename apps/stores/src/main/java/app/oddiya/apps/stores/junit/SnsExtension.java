package app.oddiya.apps.stores.junit;

import app.oddiya.apps.stores.Sns;
import java.net.URI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives a test class our stub of SNS. It is shared by the test run: look for what you published by
/// a value of your own.
public final class SnsExtension implements BeforeAllCallback {

  private URI endpoint = URI.create("http://127.0.0.1");
  private URI published = endpoint;

  @Override
  public void beforeAll(ExtensionContext context) {
    Sns sns = TestStores.of(context).sns();
    endpoint = sns.endpoint();
    published = sns.published();
  }

  public URI endpoint() {
    return endpoint;
  }

  /// What was published, oldest first, as JSON lines.
  public URI published() {
    return published;
  }

  public String topicArn() {
    return Sns.eventsTopicArn();
  }

  public String apnsArn() {
    return Sns.apnsArn();
  }

  public String fcmArn() {
    return Sns.fcmArn();
  }

  public String region() {
    return "ap-northeast-2";
  }

  /// Any will do.
  public String accessKeyId() {
    return TestStores.ACCESS_KEY_ID;
  }

  /// Any will do.
  public String secretAccessKey() {
    return TestStores.SECRET_ACCESS_KEY;
  }
}
